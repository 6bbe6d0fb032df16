package vn.dancu.bus.camel;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Camel as the bus runs it.
 *
 * @param tool whether the command {@code camel} of Apache Camel may look at this bus; it reads and writes files in {@code .camel} of the
 *     home of the account that runs the bus
 */
@ConfigurationProperties("dancu.camel")
record CamelSettings(@DefaultValue("false") boolean tool) {}
