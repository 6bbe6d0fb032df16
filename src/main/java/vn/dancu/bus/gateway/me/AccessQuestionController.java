package vn.dancu.bus.gateway.me;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.dancu.bus.citizen.VerifiedCitizen;
import vn.dancu.bus.citizen.question.AccessQuestion;
import vn.dancu.bus.citizen.question.CitizenQuestions;
import vn.dancu.bus.http.PagePart;
import vn.dancu.bus.http.StrictJsonBody;

/** "This look-up seems wrong": a citizen asks about one use, and reads the answers. */
@RestController
@RequestMapping("/api/v1/me/access-log/questions")
class AccessQuestionController {

    private static final int MAX_LIMIT = 100;

    private final CitizenQuestions questions;

    AccessQuestionController(CitizenQuestions questions) {
        this.questions = questions;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    OwnQuestionResponse ask(VerifiedCitizen citizen, HttpServletRequest request) {
        UseQuestionRequest asked = StrictJsonBody.OF_PARTNERS.read(request, UseQuestionRequest.class);
        return OwnQuestionResponse.of(questions.ask(citizen, asked.maSuKien(), asked.noiDung()));
    }

    @GetMapping
    OwnQuestionsResponse list(
            VerifiedCitizen citizen,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor,
            @RequestParam(name = "limit", required = false) @Nullable String limit) {
        PagePart part = PagePart.of(cursor, limit, MAX_LIMIT);
        List<AccessQuestion> found = questions.list(citizen, part.cursor(), part.limit() + 1);
        List<AccessQuestion> shown = found.subList(0, Math.min(found.size(), part.limit()));
        return new OwnQuestionsResponse(
                shown.stream().map(OwnQuestionResponse::of).toList(),
                found.size() > shown.size() ? shown.get(shown.size() - 1).number() : null);
    }

    private record UseQuestionRequest(UUID maSuKien, String noiDung) {}

    private record OwnQuestionsResponse(
            @JsonProperty("cauHoi") List<OwnQuestionResponse> questions,
            @JsonProperty("tiepTheo") @Nullable String next) {}

    private record OwnQuestionResponse(
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

        static OwnQuestionResponse of(AccessQuestion question) {
            AccessQuestion.Answer answer = question.answer();
            return new OwnQuestionResponse(
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
}
