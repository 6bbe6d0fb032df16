/**
 * The access decision: partner, service, purpose, procedure, officer and relationship to the fields that may be released,
 * and quotas; the versions of the policy, from a draft to what was published.
 *
 * <p>This package is the face: {@link vn.dancu.bus.policy.AccessPolicy} decides, {@link vn.dancu.bus.policy.Explanations}
 * says why; {@link vn.dancu.bus.policy.PolicyDrafts} and {@link vn.dancu.bus.policy.PolicyVersions} are for those who write
 * the policy, {@link vn.dancu.bus.policy.OwnRights} and {@link vn.dancu.bus.policy.FollowLists} for partners. The room reads
 * no XML, releases nothing itself, and refuses when in doubt.
 *
 * <p>The packages below depend on each other in one direction only, and all of them on this one:
 * <ul>
 *   <li>{@code content} needs none of the others
 *   <li>{@code file} and {@code quota} need {@code content}
 *   <li>{@code version} needs {@code file} and {@code content}
 *   <li>{@code decision} needs {@code version}, {@code quota} and {@code content}
 *   <li>{@code selfservice} needs {@code decision}, {@code version} and {@code content}
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Policy",
        allowedDependencies = {"kernel", "partner", "partner :: authority", "audit", "consent"})
package vn.dancu.bus.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
