package vn.dancu.bus.policy.file;

import java.util.List;
import java.util.Set;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.partner.Enrolment;
import vn.dancu.bus.policy.content.PolicyContent;

/**
 * What a policy file says: the partners, for their own room, and the policy.
 *
 * @param named the partners of the file, those that may nothing too
 */
public record PolicyFile(List<Enrolment> partners, PolicyContent policy, Set<PartnerId> named) {

    /** The policy of the file for the partners it names; everybody else keeps what there was. */
    public PolicyContent over(PolicyContent before) {
        return before.with(named.stream().collect(java.util.stream.Collectors.toMap(it -> it, policy::of)));
    }
}
