/**
 * Authorities and their systems: who they are, whether they may connect now, and the secrets by which they prove it.
 *
 * <p>Face: {@link vn.dancu.bus.partner.Partners} and the named interfaces of the packages below, which depend on this one and
 * not the other way round. A secret never leaves the room; it is sealed at rest.
 */
@NullMarked
@ApplicationModule(
        displayName = "Partner",
        allowedDependencies = {"kernel", "kernel :: time", "audit", "conformance", "conformance :: result", "expiry"})
package vn.dancu.bus.partner;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
