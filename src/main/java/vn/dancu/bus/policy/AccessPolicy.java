package vn.dancu.bus.policy;

import org.jspecify.annotations.Nullable;
import vn.dancu.bus.partner.Partner;

/** Decides what an asker may see. */
public interface AccessPolicy {

    /**
     * The decision for one question: the rules of {@code docs/protocols} in their order, the first refusal wins. A
     * granted decision has taken one from the quota.
     *
     * @param asker the partner of the request as its door looked it up; null when there is no such partner
     */
    Decision decide(AccessRequest request, @Nullable Partner asker);
}
