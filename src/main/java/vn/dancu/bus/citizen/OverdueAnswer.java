package vn.dancu.bus.citizen;

import java.time.LocalDate;

/**
 * Somebody whom a citizen asked did not answer in time. Published once, in the transaction that says so.
 *
 * @param number of the question or of the correction request
 * @param from who should have answered: the partner of a question, {@code dancu-bus} for the bus itself; the code of the agency of a
 *     correction request
 */
public record OverdueAnswer(Kind kind, String number, String from, LocalDate dueOn) {

    /** What was asked. */
    public enum Kind {
        /** About a use of the citizen's data. */
        QUESTION,
        CORRECTION
    }
}
