/**
 * The access decision: partner, service, purpose, procedure, officer and relationship to the fields that may be released,
 * and quotas; its versions, from a draft to what was published.
 *
 * <p>Face: {@link vn.dancu.bus.policy.AccessPolicy} decides, {@link vn.dancu.bus.policy.Explanations} says why;
 * {@link vn.dancu.bus.policy.PolicyDrafts} and {@link vn.dancu.bus.policy.PolicyVersions} are for those who write the policy,
 * {@link vn.dancu.bus.policy.OwnRights} and {@link vn.dancu.bus.policy.FollowLists} for partners. It reads no XML, releases
 * nothing itself, and refuses when in doubt.
 */
@NullMarked
@ApplicationModule(
        displayName = "Policy",
        allowedDependencies = {"kernel", "partner", "audit"})
package vn.dancu.bus.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
