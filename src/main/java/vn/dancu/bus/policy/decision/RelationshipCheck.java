package vn.dancu.bus.policy.decision;

import vn.dancu.bus.policy.AccessRequest;

/** Says whether the asker has a relationship to the person asked about. */
@FunctionalInterface
public interface RelationshipCheck {

    /**
     * Whether the person is on the partner's list now.
     *
     * @throws vn.dancu.bus.kernel.BusException with {@code policy_unavailable} when nobody can say
     */
    boolean follows(AccessRequest request);
}
