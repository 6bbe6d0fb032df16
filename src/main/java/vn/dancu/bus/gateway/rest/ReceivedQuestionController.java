package vn.dancu.bus.gateway.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dancu.bus.citizen.question.AccessQuestion;
import vn.dancu.bus.citizen.question.AuthorityQuestions;
import vn.dancu.bus.citizen.question.QuestionFinding;
import vn.dancu.bus.citizen.question.QuestionState;
import vn.dancu.bus.gateway.question.QuestionResponse;
import vn.dancu.bus.http.PagePart;
import vn.dancu.bus.http.StrictJsonBody;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;

/** A partner reads and answers what citizens ask about its uses of their data; never who they are. */
@RestController
@RequestMapping("/api/v1/access-questions")
class ReceivedQuestionController {

    private static final int MAX_LIMIT = 500;

    private final AuthorityQuestions questions;

    ReceivedQuestionController(AuthorityQuestions questions) {
        this.questions = questions;
    }

    @GetMapping
    ReceivedQuestionsResponse list(
            @RequestParam(name = "state", required = false) @Nullable String state,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor,
            @RequestParam(name = "limit", required = false) @Nullable String limit,
            Principal partner) {
        PagePart part = PagePart.of(cursor, limit, MAX_LIMIT);
        List<AccessQuestion> found =
                questions.list(new PartnerId(partner.getName()), state(state), part.cursor(), part.limit() + 1);
        List<AccessQuestion> shown = found.subList(0, Math.min(found.size(), part.limit()));
        return new ReceivedQuestionsResponse(
                shown.stream().map(ReceivedQuestionResponse::of).toList(),
                found.size() > shown.size() ? shown.get(shown.size() - 1).number() : null);
    }

    @GetMapping("/{number}")
    ReceivedQuestionResponse read(@PathVariable("number") String number, Principal partner) {
        return ReceivedQuestionResponse.of(questions.read(new PartnerId(partner.getName()), number));
    }

    @PostMapping("/{number}/answer")
    ReceivedQuestionResponse answer(
            @PathVariable("number") String number, HttpServletRequest request, Principal partner) {
        QuestionAnswerRequest said = StrictJsonBody.OF_PARTNERS.read(request, QuestionAnswerRequest.class);
        QuestionFinding finding = QuestionFinding.byCode(said.ketLuan())
                .orElseThrow(() -> BusException.of(ErrorCode.FIELD_INVALID, "ketLuan", "lawful, mistake or unlawful"));
        return ReceivedQuestionResponse.of(
                questions.answer(new PartnerId(partner.getName()), number, finding, said.traLoi()));
    }

    private static @Nullable QuestionState state(@Nullable String code) {
        return code == null
                ? null
                : QuestionState.byCode(code)
                        .orElseThrow(() ->
                                BusException.of(ErrorCode.FIELD_INVALID, "state", "open, overdue, answered or closed"));
    }

    private record QuestionAnswerRequest(String ketLuan, String traLoi) {}

    private record ReceivedQuestionsResponse(
            @JsonProperty("cauHoi") List<ReceivedQuestionResponse> questions,
            @JsonProperty("tiepTheo") @Nullable String next) {}

    private record ReceivedQuestionResponse(
            @JsonUnwrapped QuestionResponse question,
            @JsonProperty("maYeuCau") @Nullable String messageId,
            @JsonProperty("dichVu") String service) {

        static ReceivedQuestionResponse of(AccessQuestion question) {
            return new ReceivedQuestionResponse(
                    QuestionResponse.of(question),
                    question.use().messageId(),
                    question.use().service());
        }
    }
}
