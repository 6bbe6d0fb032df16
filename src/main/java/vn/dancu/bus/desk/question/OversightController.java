package vn.dancu.bus.desk.question;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dancu.bus.citizen.question.QuestionFinding;
import vn.dancu.bus.citizen.question.QuestionOversight;
import vn.dancu.bus.citizen.question.QuestionState;
import vn.dancu.bus.desk.Allowed;
import vn.dancu.bus.desk.Paging;
import vn.dancu.bus.http.PathValues;
import vn.dancu.bus.http.StrictJsonBody;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Role;

/** Questions of citizens about uses of their data. */
@RestController
@RequestMapping("/api/v1/admin/access-questions")
class OversightController {

    private final QuestionOversight questions;

    OversightController(QuestionOversight questions) {
        this.questions = questions;
    }

    @GetMapping
    @Allowed({Role.OPERATOR, Role.INSPECTOR})
    Paging.Page<OversightResponse> list(
            @RequestParam(name = "state", required = false) @Nullable String state,
            @RequestParam(name = "partner", required = false) @Nullable String partner,
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "limit", required = false) @Nullable String limit) {
        Paging paging = Paging.of(after, limit);
        List<OversightResponse> found = questions
                .list(state(state), partner == null ? null : PathValues.partner(partner), after, paging.oneMore())
                .stream()
                .map(OversightResponse::of)
                .toList();
        return paging.page(found, OversightResponse::number);
    }

    @GetMapping("/{number}")
    @Allowed({Role.OPERATOR, Role.INSPECTOR})
    OversightResponse read(Actor by, @PathVariable("number") String number) {
        return OversightResponse.of(questions.read(by, number));
    }

    @PostMapping("/{number}/close")
    @Allowed(Role.OPERATOR)
    OversightResponse close(Actor by, HttpServletRequest request, @PathVariable("number") String number) {
        QuestionClosingRequest said = StrictJsonBody.OF_ADMINISTRATION.read(request, QuestionClosingRequest.class);
        return OversightResponse.of(questions.close(by, number, said.finding(), said.text()));
    }

    private record QuestionClosingRequest(QuestionFinding finding, String text) {}

    private static @Nullable QuestionState state(@Nullable String name) {
        return name == null
                ? null
                : Arrays.stream(QuestionState.values())
                        .filter(state -> state.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> BusException.of(
                                ErrorCode.FIELD_INVALID, "state", "one of " + Arrays.toString(QuestionState.values())));
    }
}
