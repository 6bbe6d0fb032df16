/**
 * The words that all rooms share: identifiers, refusals, error codes, keyed hashes and sealed secrets.
 *
 * <p>Values only. The kernel never touches Spring, Camel, a clock or a network.
 */
@NullMarked
@ApplicationModule(
        displayName = "Kernel",
        allowedDependencies = {})
package vn.dancu.bus.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
