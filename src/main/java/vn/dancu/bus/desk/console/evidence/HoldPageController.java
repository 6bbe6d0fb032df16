package vn.dancu.bus.desk.console.evidence;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dancu.bus.audit.ActReason;
import vn.dancu.bus.audit.RecordKind;
import vn.dancu.bus.audit.evidence.retention.LegalHolds;
import vn.dancu.bus.desk.Allowed;
import vn.dancu.bus.desk.console.FormOutcome;
import vn.dancu.bus.http.PathValues;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.partner.Partners;

/** Legal holds: one person places, one asks for the end, another agrees. */
@Controller
class HoldPageController {

    private static final int SHOWN_ENDED = 50;
    private static final String HERE = "/desk/holds";

    private final LegalHolds holds;
    private final Partners partners;

    HoldPageController(LegalHolds holds, Partners partners) {
        this.holds = holds;
        this.partners = partners;
    }

    @GetMapping(HERE)
    @Allowed({Role.INSPECTOR, Role.OPERATOR, Role.APPROVER})
    String list(Actor actor, Model model) {
        List<LegalHolds.Hold> all = holds.holds();
        model.addAttribute(
                "inForce",
                all.stream().filter(hold -> hold.releasedAt() == null).toList());
        model.addAttribute(
                "ended",
                all.stream()
                        .filter(hold -> hold.releasedAt() != null)
                        .limit(SHOWN_ENDED)
                        .toList());
        model.addAttribute("mayDecide", decides(actor));
        return "desk/evidence/holds";
    }

    @GetMapping(HERE + "/new")
    @Allowed({Role.OPERATOR, Role.APPROVER})
    String form(Model model) {
        model.addAttribute("kinds", RecordKind.values());
        model.addAttribute("scopes", LegalHolds.Scope.values());
        model.addAttribute("partners", partners.all());
        return "desk/evidence/hold";
    }

    @PostMapping(HERE)
    @Allowed({Role.OPERATOR, Role.APPROVER})
    String place(@ModelAttribute("form") HoldForm form, Actor by, RedirectAttributes next) {
        holds.place(by, form.placement());
        return FormOutcome.done(next, "hold.done-placed", HERE);
    }

    @PostMapping(HERE + "/{id}/ask")
    @Allowed({Role.OPERATOR, Role.APPROVER})
    String askRelease(
            @PathVariable("id") String id, @RequestParam("reason") String reason, Actor by, RedirectAttributes next) {
        holds.askRelease(by, PathValues.id(id), ActReason.checked("reason", reason));
        return FormOutcome.done(next, "hold.done-asked", HERE);
    }

    @PostMapping(HERE + "/{id}/release")
    @Allowed({Role.OPERATOR, Role.APPROVER})
    String release(@PathVariable("id") String id, Actor by, RedirectAttributes next) {
        holds.release(by, PathValues.id(id));
        return FormOutcome.done(next, "hold.done-released", HERE);
    }

    private static boolean decides(Actor actor) {
        return actor.has(Role.OPERATOR) || actor.has(Role.APPROVER);
    }
}
