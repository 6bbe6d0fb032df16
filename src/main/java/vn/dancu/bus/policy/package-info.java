/**
 * The access decision: partner, service, purpose, procedure and officer to the fields that may be released, and quotas.
 *
 * <p>Face: {@link vn.dancu.bus.policy.AccessPolicy}. It reads no XML, releases nothing itself, and refuses when in doubt.
 */
@NullMarked
@ApplicationModule(
        displayName = "Policy",
        allowedDependencies = {"kernel", "partner"})
package vn.dancu.bus.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
