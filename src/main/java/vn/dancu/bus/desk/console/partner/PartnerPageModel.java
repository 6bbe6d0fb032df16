package vn.dancu.bus.desk.console.partner;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.partner.Partner;
import vn.dancu.bus.partner.Partners;
import vn.dancu.bus.partner.calendar.WorkingDays;
import vn.dancu.bus.partner.conformance.ConformanceResults;
import vn.dancu.bus.partner.connection.Application;
import vn.dancu.bus.partner.connection.ApplicationProgress;
import vn.dancu.bus.partner.connection.Connections;
import vn.dancu.bus.partner.connection.plan.ConnectionStep;
import vn.dancu.bus.partner.credential.Credential;
import vn.dancu.bus.partner.credential.Credentials;
import vn.dancu.bus.partner.notice.Notices;
import vn.dancu.bus.partner.suspension.Suspensions;

/** What the pages of partners show. */
final class PartnerPageModel {

    private static final int MAX_APPLICATIONS = 500;
    private static final int SHOWN_NOTICES = 20;

    private final Partners partners;
    private final Connections connections;
    private final Credentials credentials;
    private final Notices notices;
    private final Suspensions suspensions;
    private final ConformanceResults conformance;
    private final Clock clock;

    PartnerPageModel(
            Partners partners,
            Connections connections,
            Credentials credentials,
            Notices notices,
            Suspensions suspensions,
            ConformanceResults conformance,
            Clock clock) {
        this.partners = partners;
        this.connections = connections;
        this.credentials = credentials;
        this.notices = notices;
        this.suspensions = suspensions;
        this.conformance = conformance;
        this.clock = clock;
    }

    /** A credential with its state now. */
    record CredentialLine(Credential credential, Credential.State state) {}

    List<PartnerLine> list() {
        Map<PartnerId, ApplicationProgress> progress = new HashMap<>();
        connections
                .list(null, null, MAX_APPLICATIONS)
                .forEach(one -> progress.put(one.applicant().partner(), one));
        LocalDate today = WorkingDays.dayOf(clock.instant());
        return partners.all().stream()
                .map(partner -> {
                    ApplicationProgress of = progress.get(partner.id());
                    return PartnerLine.of(partner, of, of == null ? null : step(of), today);
                })
                .toList();
    }

    /** @throws BusException {@code resource_unknown} when there is no such partner */
    void fill(Model model, PartnerId id, Actor actor) {
        Partner partner = partners.find(id)
                .orElseThrow(() -> BusException.of(ErrorCode.RESOURCE_UNKNOWN, "partner", "the id of a partner"));
        Instant now = clock.instant();
        LocalDate today = WorkingDays.dayOf(now);
        Application application = connections.find(id).orElse(null);
        ApplicationProgress progress = application == null ? null : application.progress();
        model.addAttribute("line", PartnerLine.of(partner, progress, progress == null ? null : step(progress), today));
        model.addAttribute("dossier", application);
        model.addAttribute("steps", application == null ? List.of() : StepLine.of(application, actor));
        model.addAttribute(
                "credentials",
                credentials.of(id).stream()
                        .map(one -> new CredentialLine(one, one.stateAt(now)))
                        .toList());
        model.addAttribute("conformance", conformance.of(id));
        model.addAttribute("notices", notices.of(id, null, SHOWN_NOTICES));
        model.addAttribute("grounds", suspensions.grounds());
        boolean over = partner.state() == Partner.State.TERMINATED || partner.state() == Partner.State.REFUSED;
        boolean connecting = partner.state() == Partner.State.CONNECTING;
        model.addAttribute("mayIssue", actor.has(Role.OPERATOR) && !over);
        boolean mayHandIn = actor.has(Role.ONBOARDING_CLERK) || actor.has(Role.APPROVER) || actor.has(Role.OPERATOR);
        model.addAttribute("mayHandInResult", mayHandIn && !over && application != null);
        model.addAttribute("mayRenew", actor.has(Role.APPROVER) && !over && !connecting);
        boolean mayEnd = actor.has(Role.APPROVER) || actor.has(Role.OPERATOR);
        model.addAttribute("mayTerminate", mayEnd && !over && !connecting);
        model.addAttribute("mayRefuse", mayEnd && connecting && application != null);
    }

    private @Nullable ConnectionStep step(ApplicationProgress progress) {
        String at = progress.state().step().orElse(null);
        if (at == null) {
            return null;
        }
        return progress.plan().equals(connections.plan().version())
                ? connections.plan().find(at).orElse(null)
                : connections
                        .find(progress.applicant().partner())
                        .flatMap(application -> application.plan().find(at))
                        .orElse(null);
    }
}
