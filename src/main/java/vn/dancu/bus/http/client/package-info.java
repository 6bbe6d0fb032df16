/** Connections over HTTP to other services, pooled by name, with the TLS of an SSL bundle. */
@NullMarked
@NamedInterface("client")
package vn.dancu.bus.http.client;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
