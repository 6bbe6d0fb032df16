/**
 * Wire variants as data: which answer shape a partner reads and how its credentials are made.
 *
 * <p>Face: {@link vn.dancu.bus.dialect.Dialects}. A dialect never decides who may see what.
 */
@NullMarked
@ApplicationModule(
        displayName = "Dialect",
        allowedDependencies = {"kernel", "message"})
package vn.dancu.bus.dialect;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
