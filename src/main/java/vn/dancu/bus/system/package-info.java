/**
 * Spring wiring of what no single room owns: clock, master key, settings checks. Nobody depends on it.
 */
@NullMarked
@ApplicationModule(
        displayName = "System",
        allowedDependencies = {"kernel", "probe", "expiry"})
package vn.dancu.bus.system;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
