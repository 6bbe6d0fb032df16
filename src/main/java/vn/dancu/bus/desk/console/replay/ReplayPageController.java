package vn.dancu.bus.desk.console.replay;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dancu.bus.desk.Allowed;
import vn.dancu.bus.desk.Paging;
import vn.dancu.bus.desk.console.FormOutcome;
import vn.dancu.bus.http.PathValues;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.partner.Partners;
import vn.dancu.bus.replay.Replay;
import vn.dancu.bus.replay.ReplayItem;
import vn.dancu.bus.replay.Replays;

/** Replays: dry run, start, the second person, progress and result. */
@Controller
class ReplayPageController {

    private static final int PAGE = 30;
    private static final int MANY = 100;
    private static final String LIST = "/desk/replays";

    private final Replays replays;
    private final Partners partners;

    ReplayPageController(Replays replays, Partners partners) {
        this.replays = replays;
        this.partners = partners;
    }

    @GetMapping(LIST)
    @Allowed({Role.OPERATOR, Role.APPROVER, Role.INSPECTOR})
    String list(@RequestParam(name = "after", required = false) @Nullable String after, Actor actor, Model model) {
        List<Replay> found = replays.list(PathValues.idAfter(after), PAGE + 1);
        Paging.Page<Replay> page =
                new Paging(null, PAGE).page(found, each -> each.id().toString());
        model.addAttribute("replays", page.items());
        model.addAttribute("next", page.next());
        model.addAttribute("base", LIST + "?");
        model.addAttribute("partners", partners.all());
        model.addAttribute("mayReplay", actor.has(Role.OPERATOR));
        return "desk/replay/replays";
    }

    /** The dry run. */
    @PostMapping(LIST + "/preview")
    @Allowed(Role.OPERATOR)
    String preview(@ModelAttribute("form") ScopeForm form, Model model) {
        model.addAttribute("plan", replays.preview(form.scope()));
        return "desk/replay/plan";
    }

    @PostMapping(LIST)
    @Allowed(Role.OPERATOR)
    String start(
            @ModelAttribute("form") ScopeForm form,
            @RequestParam("reason") String reason,
            Actor by,
            RedirectAttributes next) {
        Replay begun = replays.start(by, form.scope(), reason);
        boolean waits = begun.state() == Replay.State.PROPOSED;
        return FormOutcome.done(next, waits ? "replay.done-proposed" : "replay.done-started", LIST + "/" + begun.id());
    }

    @GetMapping(LIST + "/{replay}")
    @Allowed({Role.OPERATOR, Role.APPROVER, Role.INSPECTOR})
    String show(
            @PathVariable("replay") String id,
            @RequestParam(name = "after", required = false) @Nullable String after,
            Actor actor,
            Model model) {
        UUID of = PathValues.id(id);
        Replay replay = replays.find(of).orElseThrow(() -> BusException.of(ErrorCode.RESOURCE_UNKNOWN));
        int number = Math.toIntExact(Math.min(PathValues.numberAfter(after, 0), Integer.MAX_VALUE));
        Paging.Page<ReplayItem> page = new Paging(null, MANY)
                .page(replays.items(of, number, MANY + 1), item -> Integer.toString(item.number()));
        boolean waits = replay.state() == Replay.State.PROPOSED;
        boolean decides = actor.has(Role.OPERATOR) || actor.has(Role.APPROVER);
        model.addAttribute("replay", replay);
        model.addAttribute(
                "ended",
                replay.counts().entrySet().stream()
                        .filter(count -> count.getKey().isEnd())
                        .mapToInt(Map.Entry::getValue)
                        .sum());
        model.addAttribute("items", page.items());
        model.addAttribute("next", page.next());
        model.addAttribute("base", LIST + "/" + of + "?");
        model.addAttribute(
                "mayConfirm", waits && decides && !replay.proposedBy().equals(actor.name()));
        model.addAttribute("mayReject", waits && decides);
        model.addAttribute("refreshes", waits || replay.state() == Replay.State.RUNNING);
        return "desk/replay/replay";
    }

    @PostMapping(LIST + "/{replay}/confirm")
    @Allowed({Role.OPERATOR, Role.APPROVER})
    String confirm(@PathVariable("replay") String id, Actor by, RedirectAttributes next) {
        Replay replay = replays.confirm(by, PathValues.id(id));
        return FormOutcome.done(next, "replay.done-started", LIST + "/" + replay.id());
    }

    @PostMapping(LIST + "/{replay}/reject")
    @Allowed({Role.OPERATOR, Role.APPROVER})
    String reject(
            @PathVariable("replay") String id,
            @RequestParam("reason") String reason,
            Actor by,
            RedirectAttributes next) {
        Replay replay = replays.reject(by, PathValues.id(id), reason);
        return FormOutcome.done(next, "replay.done-rejected", LIST + "/" + replay.id());
    }
}
