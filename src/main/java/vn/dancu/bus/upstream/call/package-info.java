/** One question to another service on its way through its route: what the steps of the route hand on. */
@NullMarked
@NamedInterface("call")
package vn.dancu.bus.upstream.call;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
