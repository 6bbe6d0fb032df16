package vn.dancu.bus.gateway.me;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletRequest;
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
import vn.dancu.bus.gateway.question.QuestionResponse;
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
    QuestionResponse ask(VerifiedCitizen citizen, HttpServletRequest request) {
        UseQuestionRequest asked = StrictJsonBody.OF_PARTNERS.read(request, UseQuestionRequest.class);
        return QuestionResponse.of(questions.ask(citizen, asked.maSuKien(), asked.noiDung()));
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
                shown.stream().map(QuestionResponse::of).toList(),
                found.size() > shown.size() ? shown.get(shown.size() - 1).number() : null);
    }

    private record UseQuestionRequest(UUID maSuKien, String noiDung) {}

    private record OwnQuestionsResponse(
            @JsonProperty("cauHoi") List<QuestionResponse> questions,
            @JsonProperty("tiepTheo") @Nullable String next) {}
}
