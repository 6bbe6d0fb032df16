package vn.dancu.bus.desk.console.suspension;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dancu.bus.desk.Allowed;
import vn.dancu.bus.desk.Paging;
import vn.dancu.bus.desk.console.FormOutcome;
import vn.dancu.bus.desk.console.Moments;
import vn.dancu.bus.http.PathValues;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.partner.Partner;
import vn.dancu.bus.partner.Partners;
import vn.dancu.bus.partner.suspension.Suspension;
import vn.dancu.bus.partner.suspension.SuspensionGround;
import vn.dancu.bus.partner.suspension.SuspensionOrder;
import vn.dancu.bus.partner.suspension.Suspensions;

/** Suspensions and proposals: the list, the order, and what is decided about each. */
@Controller
class SuspensionPageController {

    private static final int PAGE = 30;
    private static final String HERE = "/desk/suspensions";

    private final Suspensions suspensions;
    private final Partners partners;
    private final Clock clock;

    SuspensionPageController(Suspensions suspensions, Partners partners, Clock clock) {
        this.suspensions = suspensions;
        this.partners = partners;
        this.clock = clock;
    }

    @GetMapping(HERE)
    @Allowed({Role.ONBOARDING_CLERK, Role.APPROVER, Role.POLICY_MANAGER, Role.OPERATOR, Role.INSPECTOR})
    String list(
            @RequestParam(name = "partner", required = false) @Nullable String partner,
            @RequestParam(name = "after", required = false) @Nullable String after,
            Actor actor,
            Model model) {
        PartnerId of = partner == null || partner.isBlank() ? null : PathValues.partner(partner);
        List<Suspension> found = suspensions.list(of, PathValues.idAfter(after), PAGE + 1);
        Paging.Page<Suspension> page =
                new Paging(null, PAGE).page(found, each -> each.id().toString());
        Instant now = clock.instant();
        model.addAttribute(
                "lines",
                page.items().stream().map(each -> line(each, actor, now)).toList());
        model.addAttribute("next", page.next());
        model.addAttribute("base", HERE + "?" + (of == null ? "" : "partner=" + of + "&"));
        model.addAttribute("chosen", of == null ? "" : of.value());
        model.addAttribute("proposals", suspensions.open());
        model.addAttribute("partners", partners.all());
        model.addAttribute("grounds", suspensions.grounds());
        return "desk/suspension/suspensions";
    }

    @GetMapping(HERE + "/new")
    @Allowed(Role.OPERATOR)
    String form(Model model) {
        model.addAttribute(
                "partners",
                partners.all().stream()
                        .filter(each -> each.state() == Partner.State.ACTIVE)
                        .toList());
        model.addAttribute("grounds", suspensions.grounds().suspension());
        return "desk/suspension/order";
    }

    @PostMapping(HERE)
    @Allowed(Role.OPERATOR)
    String order(
            @RequestParam("ground") String ground,
            @RequestParam(name = "partner", required = false) @Nullable String partner,
            @RequestParam(name = "since", required = false) @Nullable String since,
            @RequestParam(name = "until", required = false) @Nullable String until,
            @RequestParam("reason") String reason,
            @RequestParam(name = "returnCondition", required = false) @Nullable String condition,
            Actor by,
            RedirectAttributes next) {
        suspensions.suspend(
                new SuspensionOrder(
                        partner == null || partner.isBlank() ? null : PathValues.partner(partner),
                        ground,
                        Moments.instant("since", since),
                        Moments.instant("until", until),
                        reason,
                        condition == null || condition.isBlank() ? null : condition),
                by);
        return FormOutcome.done(next, "suspension.done-ordered", HERE);
    }

    @PostMapping(HERE + "/{suspension}/confirm")
    @Allowed(Role.APPROVER)
    String confirmInWriting(
            @PathVariable("suspension") String suspension,
            @RequestParam("document") String document,
            @RequestParam(name = "until", required = false) @Nullable String until,
            Actor by,
            RedirectAttributes next) {
        suspensions.confirmInWriting(PathValues.id(suspension), document, Moments.instant("until", until), by);
        return FormOutcome.done(next, "suspension.done-confirmed", HERE);
    }

    @PostMapping(HERE + "/{suspension}/cancel")
    @Allowed(Role.OPERATOR)
    String cancel(
            @PathVariable("suspension") String suspension,
            @RequestParam("reason") String reason,
            Actor by,
            RedirectAttributes next) {
        suspensions.cancel(PathValues.id(suspension), reason, by);
        return FormOutcome.done(next, "suspension.done-cancelled", HERE);
    }

    /** On a ground that takes two persons it only proposes to. */
    @PostMapping(HERE + "/{suspension}/resume")
    @Allowed(Role.OPERATOR)
    String resume(
            @PathVariable("suspension") String suspension,
            @RequestParam("reason") String evidence,
            Actor by,
            RedirectAttributes next) {
        boolean proposed =
                suspensions.resume(PathValues.id(suspension), evidence, by).isPresent();
        return FormOutcome.done(next, proposed ? "suspension.done-proposed" : "suspension.done-resumed", HERE);
    }

    @PostMapping(HERE + "/proposals/{proposal}/confirm")
    @Allowed(Role.APPROVER)
    String confirm(@PathVariable("proposal") String proposal, Actor by, RedirectAttributes next) {
        suspensions.confirm(PathValues.id(proposal), by);
        return FormOutcome.done(next, "suspension.done-decided", HERE);
    }

    @PostMapping(HERE + "/proposals/{proposal}/withdraw")
    @Allowed({Role.OPERATOR, Role.APPROVER})
    String withdraw(@PathVariable("proposal") String proposal, Actor by, RedirectAttributes next) {
        suspensions.withdraw(PathValues.id(proposal), by);
        return FormOutcome.done(next, "suspension.done-withdrawn", HERE);
    }

    private SuspensionLine line(Suspension suspension, Actor actor, Instant now) {
        Optional<SuspensionGround> ground = suspensions.grounds().suspension().stream()
                .filter(each -> each.code().equals(suspension.ground()))
                .findFirst();
        PartnerId partner = suspension.partner();
        String name = partner == null
                ? null
                : partners.find(partner)
                        .map(Partner::name)
                        .orElse(Objects.requireNonNull(partner).value());
        return SuspensionLine.of(suspension, ground.orElse(null), name, actor, now);
    }
}
