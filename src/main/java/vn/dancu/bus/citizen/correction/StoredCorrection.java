package vn.dancu.bus.citizen.correction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.delivery.ClaimCheck;
import vn.dancu.bus.kernel.FieldPath;

/**
 * A correction request as it is stored.
 *
 * @param personHash of the audit trail
 * @param wish sealed
 */
@SuppressWarnings("ArrayRecordComponent")
record StoredCorrection(
        String number,
        UUID documentId,
        byte[] personHash,
        String agency,
        FieldPath field,
        CorrectionState state,
        Instant askedAt,
        LocalDate dueOn,
        byte[] wish,
        @Nullable StoredAnswer answer) {

    /** The answer: subject and text sealed, and the document itself. */
    @SuppressWarnings("ArrayRecordComponent")
    record StoredAnswer(Instant at, byte[] text, ClaimCheck reply) {

        @Override
        public String toString() {
            return "StoredAnswer[masked]";
        }
    }

    /** Who keeps the answering document. */
    String holder() {
        return "correction/" + number;
    }

    @Override
    public String toString() {
        return "StoredCorrection[" + number + ", " + state + "]";
    }
}
