package vn.dancu.bus.policy;

import java.util.List;
import java.util.Optional;
import vn.dancu.bus.kernel.PartnerId;

/** The published versions of the policy; old ones stay readable, and none ever changes. */
public interface PolicyVersions {

    /** The version of that number; empty when there is none. */
    Optional<PolicyVersion> find(long number);

    /** Newest first, those below that number. */
    List<PolicyVersion> list(long below, int limit);

    /** Ids of the partners that a version gives anything, those after that one. */
    List<String> partners(long number, String after, int limit);

    /** What a partner may in a version, as JSON in the words of the policy file. */
    String rights(long number, PartnerId partner);

    /**
     * What the second of two versions changed.
     *
     * @throws vn.dancu.bus.kernel.BusException with {@code resource_unknown} when one of them is none
     */
    List<RightsDifference> differences(long from, long to);

    /** For what data may be asked, with the clauses. */
    Purposes purposes();
}
