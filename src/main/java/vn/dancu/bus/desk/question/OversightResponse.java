package vn.dancu.bus.desk.question;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.citizen.question.AccessQuestion;

/** A question as operators see it; its texts only where it is shown alone. */
record OversightResponse(
        String number,
        String state,
        @Nullable String partner,
        UUID event,
        @Nullable String messageId,
        String service,
        Instant usedAt,
        Instant askedAt,
        LocalDate dueOn,
        @Nullable String text,
        @Nullable String finding,
        @Nullable String answer,
        @Nullable Instant answeredAt) {

    static OversightResponse of(AccessQuestion question) {
        AccessQuestion.Use use = question.use();
        AccessQuestion.Answer answer = question.answer();
        return new OversightResponse(
                question.number(),
                question.state().name(),
                use.partner() == null ? null : use.partner().value(),
                use.event(),
                use.messageId(),
                use.service(),
                use.at(),
                question.askedAt(),
                question.dueOn(),
                question.text(),
                answer == null ? null : answer.finding().name(),
                answer == null ? null : answer.text(),
                answer == null ? null : answer.at());
    }
}
