package vn.dancu.bus.policy;

import java.util.List;
import vn.dancu.bus.partner.Enrolment;

/** What a policy file says: the partners, for their own room, and the policy. */
record PolicyFile(List<Enrolment> partners, PolicyContent policy) {}
