package vn.dancu.bus.policy.file;

import java.util.List;
import java.util.Set;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.partner.Enrolment;
import vn.dancu.bus.policy.content.PolicyContent;

/**
 * The content of a policy file: the partners, for the partner room, and their rights.
 *
 * @param named all partners of the file, including those without any rights
 */
public record PolicyFile(List<Enrolment> partners, PolicyContent policy, Set<PartnerId> named) {

    /** The policy before, with the rights of the file for the partners it names. */
    public PolicyContent over(PolicyContent before) {
        return before.with(named.stream().collect(java.util.stream.Collectors.toMap(it -> it, policy::of)));
    }
}
