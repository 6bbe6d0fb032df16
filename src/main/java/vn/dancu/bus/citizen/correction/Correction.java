package vn.dancu.bus.citizen.correction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.FieldPath;

/**
 * A correction request; without the citizen.
 *
 * @param number by which everybody names it
 * @param documentId of the document that was sent
 * @param agency to which, in the newer form where it has one
 * @param askedAt when
 * @param dueOn the last day for the answer, in Vietnam
 * @param isOverdue whether that day is over without an answer
 * @param wish what the citizen wrote; null for those who run the bus
 * @param reports what the agency reported, in its order
 * @param answer null while there is none
 */
public record Correction(
        String number,
        UUID documentId,
        String agency,
        FieldPath field,
        CorrectionState state,
        Instant askedAt,
        LocalDate dueOn,
        boolean isOverdue,
        @Nullable Wish wish,
        List<Report> reports,
        @Nullable Answer answer) {

    public Correction {
        reports = List.copyOf(reports);
    }

    /** What should be recorded, and why. */
    public record Wish(String right, String reason, boolean hasFile) {

        @Override
        public String toString() {
            return "Wish[masked]";
        }
    }

    /** A status of the axis. */
    public record Report(String code, Instant at) {}

    /**
     * What the agency answered.
     *
     * @param subject and {@code text}: in its own words; null where it wrote none, and for those who run the bus
     */
    public record Answer(Instant at, @Nullable String subject, @Nullable String text) {

        @Override
        public String toString() {
            return "Answer[masked]";
        }
    }

    @Override
    public String toString() {
        return "Correction[" + number + ", " + state + "]";
    }
}
