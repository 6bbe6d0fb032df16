package vn.dancu.bus.desk.console.codebook;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dancu.bus.codebook.CodebookChange;
import vn.dancu.bus.codebook.CodebookSettings;
import vn.dancu.bus.codebook.CodebookState;
import vn.dancu.bus.codebook.Codebooks;
import vn.dancu.bus.codebook.MissingCode;
import vn.dancu.bus.desk.Allowed;
import vn.dancu.bus.desk.Paging;
import vn.dancu.bus.desk.console.FormOutcome;
import vn.dancu.bus.desk.freeze.ChangesConfiguration;
import vn.dancu.bus.http.PathValues;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Role;

/** Code lists of the platform: all of them with what waits for a person, and one with what changed in it. */
@Controller
class CodebookPageController {

    private static final int PAGE = 50;
    private static final int PULLS = 10;
    private static final String LIST = "/desk/codebooks";

    private final Codebooks codebooks;
    private final CodebookSettings settings;

    CodebookPageController(Codebooks codebooks, CodebookSettings settings) {
        this.codebooks = codebooks;
        this.settings = settings;
    }

    @GetMapping(LIST)
    @Allowed({Role.OPERATOR, Role.APPROVER, Role.POLICY_MANAGER, Role.INSPECTOR})
    String list(@RequestParam(name = "after", required = false) @Nullable String after, Actor actor, Model model) {
        int from = (int) Math.min(PathValues.numberAfter(after, 0), Integer.MAX_VALUE / 2);
        Paging.Page<MissingCode> waiting =
                new Paging(null, PAGE).page(codebooks.missing(from, PAGE + 1), last -> Integer.toString(from + PAGE));
        model.addAttribute("lists", codebooks.all());
        model.addAttribute("waiting", waiting.items());
        model.addAttribute("next", waiting.next());
        model.addAttribute("pulls", codebooks.pulls(Long.MAX_VALUE, PULLS));
        model.addAttribute("isOn", settings.isOn());
        model.addAttribute("mayPull", settings.isOn() && actor.has(Role.OPERATOR));
        model.addAttribute("mayDecide", mayDecide(actor));
        return "desk/codebook/codebooks";
    }

    @GetMapping(LIST + "/{list}")
    @Allowed({Role.OPERATOR, Role.APPROVER, Role.POLICY_MANAGER, Role.INSPECTOR})
    String show(
            @PathVariable("list") String list,
            @RequestParam(name = "after", required = false) @Nullable String after,
            Actor actor,
            Model model) {
        CodebookState state = codebooks
                .find(list)
                .orElseThrow(() ->
                        BusException.of(ErrorCode.RESOURCE_UNKNOWN, "list", "the code of a list that was fetched"));
        List<CodebookChange> found = codebooks.changes(list, PathValues.numberAfter(after, Long.MAX_VALUE), PAGE + 1);
        Paging.Page<CodebookChange> page = new Paging(null, PAGE).page(found, change -> Long.toString(change.number()));
        model.addAttribute("list", state);
        model.addAttribute("changes", page.items());
        model.addAttribute("next", page.next());
        model.addAttribute("pages", LIST + "/" + state.code() + "?");
        model.addAttribute("mayDecide", mayDecide(actor));
        return "desk/codebook/codebook";
    }

    @PostMapping(LIST + "/pull")
    @Allowed(Role.OPERATOR)
    String pull(Actor by, RedirectAttributes next) {
        codebooks.pullNow(by);
        return FormOutcome.done(next, "codebook.done-pull", LIST);
    }

    @PostMapping(LIST + "/{list}/end")
    @ChangesConfiguration
    @Allowed({Role.OPERATOR, Role.APPROVER})
    String end(
            @PathVariable("list") String list,
            @RequestParam("code") String code,
            @RequestParam("reason") String reason,
            Actor by,
            RedirectAttributes next) {
        codebooks.end(by, list, List.of(code), reason);
        return FormOutcome.done(next, "codebook.done-ended", LIST);
    }

    @PostMapping(LIST + "/{list}/keep")
    @ChangesConfiguration
    @Allowed({Role.OPERATOR, Role.APPROVER})
    String keep(
            @PathVariable("list") String list,
            @RequestParam("code") String code,
            @RequestParam("reason") String reason,
            Actor by,
            RedirectAttributes next) {
        codebooks.keep(by, list, List.of(code), reason);
        return FormOutcome.done(next, "codebook.done-kept", LIST);
    }

    @PostMapping(LIST + "/{list}/accept")
    @ChangesConfiguration
    @Allowed({Role.OPERATOR, Role.APPROVER})
    String accept(
            @PathVariable("list") String list,
            @RequestParam("hash") String hash,
            @RequestParam("reason") String reason,
            Actor by,
            RedirectAttributes next) {
        codebooks.accept(by, list, hash, reason);
        return FormOutcome.done(next, "codebook.done-accepted", LIST + "/" + list);
    }

    private static boolean mayDecide(Actor actor) {
        return actor.has(Role.OPERATOR) || actor.has(Role.APPROVER);
    }
}
