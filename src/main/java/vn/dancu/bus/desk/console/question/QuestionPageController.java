package vn.dancu.bus.desk.console.question;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dancu.bus.citizen.question.AccessQuestion;
import vn.dancu.bus.citizen.question.QuestionFinding;
import vn.dancu.bus.citizen.question.QuestionOversight;
import vn.dancu.bus.citizen.question.QuestionState;
import vn.dancu.bus.desk.Allowed;
import vn.dancu.bus.desk.Paging;
import vn.dancu.bus.desk.console.FormOutcome;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Role;

/** Questions of citizens: those that wait, and the end of one in place of its authority. */
@Controller
class QuestionPageController {

    private static final int PAGE = 30;
    private static final String HERE = "/desk/questions";

    private final QuestionOversight questions;

    QuestionPageController(QuestionOversight questions) {
        this.questions = questions;
    }

    @GetMapping(HERE)
    @Allowed({Role.OPERATOR, Role.INSPECTOR})
    String list(
            @RequestParam(name = "state", required = false) @Nullable String state,
            @RequestParam(name = "after", required = false) @Nullable String after,
            Model model) {
        QuestionState chosen = Arrays.stream(QuestionState.values())
                .filter(each -> each.name().equals(state))
                .findFirst()
                .orElse(null);
        List<AccessQuestion> found =
                questions.list(chosen, null, Paging.of(after, null).after(), PAGE + 1);
        Paging.Page<AccessQuestion> page = new Paging(null, PAGE).page(found, AccessQuestion::number);
        model.addAttribute("questions", page.items());
        model.addAttribute("next", page.next());
        model.addAttribute("base", HERE + "?" + (chosen == null ? "" : "state=" + chosen + "&"));
        model.addAttribute("states", QuestionState.values());
        model.addAttribute("chosen", Objects.toString(chosen, ""));
        return "desk/question/questions";
    }

    @GetMapping(HERE + "/{number}")
    @Allowed({Role.OPERATOR, Role.INSPECTOR})
    String read(@PathVariable("number") String number, Actor by, Model model) {
        model.addAttribute("question", questions.read(by, number));
        model.addAttribute("findings", QuestionFinding.values());
        return "desk/question/question";
    }

    @PostMapping(HERE + "/{number}/close")
    @Allowed(Role.OPERATOR)
    String close(
            @PathVariable("number") String number,
            @RequestParam("finding") String finding,
            @RequestParam("text") String text,
            Actor by,
            RedirectAttributes next) {
        QuestionFinding what = Arrays.stream(QuestionFinding.values())
                .filter(each -> each.name().equals(finding))
                .findFirst()
                .orElseThrow(() -> BusException.of(ErrorCode.FIELD_INVALID, "finding", "one of the list"));
        AccessQuestion closed = questions.close(by, number, what, text);
        return FormOutcome.done(next, "question.done-closed", HERE + "?state=" + closed.state());
    }
}
