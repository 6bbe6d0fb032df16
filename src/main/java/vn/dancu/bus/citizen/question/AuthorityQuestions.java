package vn.dancu.bus.citizen.question;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.PartnerId;

/** The questions to one authority's system. */
public interface AuthorityQuestions {

    /**
     * Its questions without their texts, the newest first.
     *
     * @param state only those in that state; null for all
     * @param after the number of the last one of the page before; null for the first
     */
    List<AccessQuestion> list(PartnerId partner, @Nullable QuestionState state, @Nullable String after, int limit);

    /**
     * A question with its text. Recorded as {@code citizen.question_read}.
     *
     * @throws vn.dancu.bus.kernel.BusException {@code resource_unknown} when it has no such question
     */
    AccessQuestion read(PartnerId partner, String number);

    /**
     * Answers a question, also a late one. Recorded as {@code citizen.question_answered}.
     *
     * @throws vn.dancu.bus.kernel.BusException {@code resource_unknown}, {@code move_not_allowed} when it is answered or closed,
     *     {@code field_invalid} when the text is empty, too long or holds control characters
     */
    AccessQuestion answer(PartnerId partner, String number, QuestionFinding finding, String text);
}
