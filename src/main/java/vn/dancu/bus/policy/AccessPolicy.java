package vn.dancu.bus.policy;

/** Decides which fields a partner may see. */
public interface AccessPolicy {

    /**
     * The decision for one question: the rules of {@code docs/protocols} in their order, the first refusal wins. A
     * granted decision has taken one from the quota.
     */
    Decision decide(AccessRequest request);
}
