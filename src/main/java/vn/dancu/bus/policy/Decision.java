package vn.dancu.bus.policy;

import java.util.Set;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.Purpose;
import vn.dancu.bus.kernel.Refusal;

/** The outcome of an access decision. */
public sealed interface Decision {

    /**
     * The asker may see these fields.
     *
     * @param fields never empty
     * @param purpose the purpose under which they are released
     * @param policyVersion the published version that decided, rising by one
     * @param policyHash lower-case hex SHA-256 of that version's content
     */
    record Granted(Set<FieldPath> fields, Purpose purpose, long policyVersion, String policyHash) implements Decision {}

    /** The question is refused. */
    record Refused(Refusal refusal) implements Decision {}
}
