package vn.dancu.bus.system;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the flows are that operators own.
 *
 * @param dir the folder; every {@code *.camel.yaml} below it is loaded at start
 */
@ConfigurationProperties("dancu.routes")
record RouteSettings(@DefaultValue("routes") String dir) {}
