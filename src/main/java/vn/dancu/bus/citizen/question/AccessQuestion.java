package vn.dancu.bus.citizen.question;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.PartnerId;

/**
 * A question about one use of a citizen's data; without the citizen.
 *
 * @param number by which everybody names it
 * @param use what it is about
 * @param dueOn the last day for the answer, in Vietnam
 * @param text of the citizen; null in lists of the authority and of those who run the bus
 * @param answer null while there is none
 */
public record AccessQuestion(
        String number,
        Use use,
        QuestionState state,
        Instant askedAt,
        LocalDate dueOn,
        @Nullable String text,
        @Nullable Answer answer) {

    /**
     * The use.
     *
     * @param event as its answer named it in {@code DanCu-Event-Id}
     * @param partner whose system used the data; null where it was used in the administration of the bus
     * @param messageId by which that system knows its message
     * @param service what was done: an operation, or an act
     */
    public record Use(
            UUID event, Instant at, @Nullable PartnerId partner, @Nullable String messageId, String service) {}

    /**
     * What was answered.
     *
     * @param text null in the same lists
     */
    public record Answer(QuestionFinding finding, @Nullable String text, Instant at) {}

    @Override
    public String toString() {
        return "AccessQuestion[" + number + ", " + state + "]";
    }
}
