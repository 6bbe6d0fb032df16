package vn.dancu.bus.citizen.question;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.PartnerId;

/** All questions, for those who run the bus. */
public interface QuestionOversight {

    /**
     * Questions without their texts, the newest first.
     *
     * @param state only those in that state; null for all
     * @param partner only those to that system; null for all
     * @param after the number of the last one of the page before; null for the first
     */
    List<AccessQuestion> list(
            @Nullable QuestionState state, @Nullable PartnerId partner, @Nullable String after, int limit);

    /**
     * A question with its texts. Recorded as {@code citizen.question_read}.
     *
     * @throws vn.dancu.bus.kernel.BusException {@code resource_unknown}
     */
    AccessQuestion read(Actor by, String number);

    /**
     * Ends a question in place of the authority. Recorded as {@code citizen.question_closed}.
     *
     * @throws vn.dancu.bus.kernel.BusException as {@link AuthorityQuestions#answer}
     */
    AccessQuestion close(Actor by, String number, QuestionFinding finding, String text);
}
