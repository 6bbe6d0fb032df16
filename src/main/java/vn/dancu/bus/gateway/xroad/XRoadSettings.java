package vn.dancu.bus.gateway.xroad;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The X-Road doors. Under which identifier the bus is registered is {@code dancu.gateway.adapter.provider}.
 *
 * @param loopbackWithoutCertificate whether a caller on this machine (127.0.0.1, ::1) counts as a security server without showing a
 *     certificate; true in the sandbox alone, to try the doors with curl. Never behind a proxy on the same machine
 */
@ConfigurationProperties("dancu.gateway.xroad")
record XRoadSettings(@DefaultValue("false") boolean loopbackWithoutCertificate) {}
