package vn.dancu.bus.desk.console.partner;

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
import vn.dancu.bus.desk.Allowed;
import vn.dancu.bus.desk.connection.ApplicationFields;
import vn.dancu.bus.desk.console.FormOutcome;
import vn.dancu.bus.desk.console.Moments;
import vn.dancu.bus.desk.freeze.ChangesConfiguration;
import vn.dancu.bus.http.PathValues;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.partner.PartnerLifecycle;
import vn.dancu.bus.partner.authority.Authorities;
import vn.dancu.bus.partner.connection.Connections;
import vn.dancu.bus.partner.suspension.Suspensions;

/** The partners, and one of them; a clerk opens an application. */
@Controller
class PartnerPageController {

    private static final int MAX_AUTHORITIES = 500;

    private final PartnerPageModel pages;
    private final Connections connections;
    private final Authorities authorities;
    private final PartnerLifecycle lifecycle;
    private final Suspensions suspensions;

    PartnerPageController(
            PartnerPageModel pages,
            Connections connections,
            Authorities authorities,
            PartnerLifecycle lifecycle,
            Suspensions suspensions) {
        this.pages = pages;
        this.connections = connections;
        this.authorities = authorities;
        this.lifecycle = lifecycle;
        this.suspensions = suspensions;
    }

    @GetMapping("/desk/partners")
    @Allowed({Role.ONBOARDING_CLERK, Role.APPROVER, Role.POLICY_MANAGER, Role.OPERATOR, Role.INSPECTOR})
    String list(@RequestParam(name = "state", required = false) @Nullable String state, Model model) {
        List<PartnerLine> all = pages.list();
        model.addAttribute("state", Objects.requireNonNullElse(state, ""));
        model.addAttribute(
                "states",
                all.stream()
                        .map(line -> line.partner().state().name())
                        .distinct()
                        .sorted()
                        .toList());
        model.addAttribute(
                "lines",
                all.stream()
                        .filter(line -> state == null
                                || state.isEmpty()
                                || line.partner().state().name().equals(state))
                        .toList());
        return "desk/partner/partners";
    }

    @GetMapping("/desk/partners/new")
    @Allowed(Role.ONBOARDING_CLERK)
    String form(Model model) {
        model.addAttribute("authorities", authorities.list(null, MAX_AUTHORITIES));
        model.addAttribute("plan", connections.plan());
        model.addAttribute("lines", pages.list());
        return "desk/partner/application";
    }

    @PostMapping("/desk/partners")
    @Allowed(Role.ONBOARDING_CLERK)
    String apply(
            @RequestParam("partner") String partner,
            @RequestParam("authority") String authority,
            @RequestParam("name") String name,
            @RequestParam("dialect") String dialect,
            @RequestParam(name = "via", required = false) @Nullable String via,
            Actor by,
            RedirectAttributes next) {
        String platform = via == null || via.isBlank() ? null : via.strip();
        connections.apply(
                ApplicationFields.applicant(partner.strip(), authority, name.strip(), dialect.strip(), platform), by);
        return FormOutcome.done(next, "partner.done-applied", "/desk/partners/" + partner.strip());
    }

    @GetMapping("/desk/partners/{partner}")
    @Allowed({Role.ONBOARDING_CLERK, Role.APPROVER, Role.POLICY_MANAGER, Role.OPERATOR, Role.INSPECTOR})
    String look(@PathVariable("partner") String partner, Actor actor, Model model) {
        pages.fill(model, PathValues.partner(partner), actor);
        return "desk/partner/partner";
    }

    @PostMapping("/desk/partners/{partner}/agreement")
    @ChangesConfiguration
    @Allowed(Role.APPROVER)
    String renew(
            @PathVariable("partner") String partner,
            @RequestParam(name = "ends", required = false) @Nullable String ends,
            Actor by,
            RedirectAttributes next) {
        PartnerId id = PathValues.partner(partner);
        lifecycle.renewAgreement(id, Moments.date("ends", ends), by);
        return FormOutcome.done(next, "partner.done-renewed", "/desk/partners/" + id);
    }

    @PostMapping("/desk/partners/{partner}/terminate")
    @ChangesConfiguration
    @Allowed({Role.OPERATOR, Role.APPROVER})
    String terminate(
            @PathVariable("partner") String partner,
            @RequestParam("ground") String ground,
            @RequestParam("reason") String reason,
            Actor by,
            RedirectAttributes next) {
        suspensions.terminate(PathValues.partner(partner), ground, reason, by);
        return FormOutcome.done(next, "partner.done-termination", "/desk/suspensions");
    }
}
