package vn.dancu.bus.gateway.question;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.citizen.question.AccessQuestion;

/** A question about a use, as its citizen reads it; the authority that was asked gets what it needs to find the use besides. */
public record QuestionResponse(
        @JsonProperty("soCauHoi") String number,
        @JsonProperty("maSuKien") UUID event,
        @JsonProperty("thoiDiemSuDung") Instant usedAt,
        @JsonProperty("trangThai") String state,
        @JsonProperty("thoiDiemHoi") Instant askedAt,
        @JsonProperty("hanTraLoi") LocalDate dueOn,
        @JsonProperty("noiDung") @Nullable String text,
        @JsonProperty("ketLuan") @Nullable String finding,
        @JsonProperty("traLoi") @Nullable String answer,
        @JsonProperty("thoiDiemTraLoi") @Nullable Instant answeredAt) {

    public static QuestionResponse of(AccessQuestion question) {
        AccessQuestion.Answer answer = question.answer();
        return new QuestionResponse(
                question.number(),
                question.use().event(),
                question.use().at(),
                question.state().code(),
                question.askedAt(),
                question.dueOn(),
                question.text(),
                answer == null ? null : answer.finding().code(),
                answer == null ? null : answer.text(),
                answer == null ? null : answer.at());
    }
}
