/** Access tokens of other services: one for all threads, renewed before it ends. */
@NullMarked
@NamedInterface("token")
package vn.dancu.bus.upstream.token;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
