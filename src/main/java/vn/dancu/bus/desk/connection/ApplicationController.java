package vn.dancu.bus.desk.connection;

import static vn.dancu.bus.desk.connection.ApplicationFields.require;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.dancu.bus.audit.ActReason;
import vn.dancu.bus.desk.Allowed;
import vn.dancu.bus.desk.Paging;
import vn.dancu.bus.desk.body.ReasonRequest;
import vn.dancu.bus.desk.freeze.ChangesConfiguration;
import vn.dancu.bus.http.StrictJsonBody;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.partner.calendar.WorkingDays;
import vn.dancu.bus.partner.connection.Applicant;
import vn.dancu.bus.partner.connection.Application;
import vn.dancu.bus.partner.connection.Connections;
import vn.dancu.bus.partner.connection.DocumentEvidence;

/** Applications at the desk. An applicant applies by letter, through the clerk. */
@RestController
@RequestMapping("/api/v1/admin/applications")
class ApplicationController {

    private static final Set<String> STATES =
            Set.of("applying", "in-review", "sent-back", "live", "checked", "refused");

    private final Connections connections;
    private final Clock clock;

    ApplicationController(Connections connections, Clock clock) {
        this.connections = connections;
        this.clock = clock;
    }

    record ApplicationRequest(String partner, String authority, String name, String dialect, @Nullable String via) {}

    record DocumentsRequest(List<DocumentRequest> documents) {}

    record DocumentRequest(
            String document, String reference, LocalDate issuedOn, @Nullable LocalDate validUntil, String sha256) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Allowed(Role.ONBOARDING_CLERK)
    ApplicationResponse apply(HttpServletRequest request, Actor actor) {
        ApplicationRequest body = StrictJsonBody.OF_ADMINISTRATION.read(request, ApplicationRequest.class);
        Applicant applicant =
                ApplicationFields.applicant(body.partner(), body.authority(), body.name(), body.dialect(), body.via());
        return answer(connections.apply(applicant, actor));
    }

    @GetMapping
    @Allowed({Role.ONBOARDING_CLERK, Role.APPROVER, Role.POLICY_MANAGER, Role.OPERATOR, Role.INSPECTOR})
    Paging.Page<ApplicationResponse> list(
            @RequestParam(name = "state", required = false) @Nullable String state,
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "limit", required = false) @Nullable String limit) {
        Paging paging = Paging.of(after, limit);
        require(state == null || STATES.contains(state), "state", "a state of an application");
        String last = paging.after();
        require(last == null || PartnerId.isValid(last), "after", "the next of the answer before");
        LocalDate today = today();
        return paging.page(
                connections.list(state, last == null ? null : new PartnerId(last), paging.oneMore()).stream()
                        .map(it -> ApplicationResponse.of(it, today))
                        .toList(),
                ApplicationResponse::partner);
    }

    @GetMapping("/{partner}")
    @Allowed({Role.ONBOARDING_CLERK, Role.APPROVER, Role.POLICY_MANAGER, Role.OPERATOR, Role.INSPECTOR})
    ApplicationResponse look(@PathVariable("partner") String partner) {
        return answer(connections.find(id(partner)).orElseThrow(ApplicationController::unknown));
    }

    @PostMapping("/{partner}/steps/{step}/documents")
    @Allowed({Role.ONBOARDING_CLERK, Role.APPROVER, Role.POLICY_MANAGER, Role.OPERATOR})
    ApplicationResponse submit(
            @PathVariable("partner") String partner,
            @PathVariable("step") String step,
            HttpServletRequest request,
            Actor actor) {
        DocumentsRequest body = StrictJsonBody.OF_ADMINISTRATION.read(request, DocumentsRequest.class);
        List<DocumentEvidence> evidence =
                body.documents().stream().map(ApplicationController::evidence).toList();
        return answer(connections.submit(id(partner), step, evidence, actor));
    }

    @PostMapping("/{partner}/steps/{step}/approval")
    @ChangesConfiguration
    @Allowed({Role.ONBOARDING_CLERK, Role.APPROVER, Role.POLICY_MANAGER, Role.OPERATOR})
    ApplicationResponse approve(
            @PathVariable("partner") String partner, @PathVariable("step") String step, Actor actor) {
        return answer(connections.approve(id(partner), step, actor));
    }

    @PostMapping("/{partner}/steps/{step}/return")
    @Allowed({Role.ONBOARDING_CLERK, Role.APPROVER, Role.POLICY_MANAGER, Role.OPERATOR})
    ApplicationResponse sendBack(
            @PathVariable("partner") String partner,
            @PathVariable("step") String step,
            HttpServletRequest request,
            Actor actor) {
        return answer(connections.sendBack(id(partner), step, reason(request), actor));
    }

    @PostMapping("/{partner}/refusal")
    @Allowed({Role.APPROVER, Role.OPERATOR})
    ApplicationResponse refuse(@PathVariable("partner") String partner, HttpServletRequest request, Actor actor) {
        return answer(connections.refuse(id(partner), reason(request), actor));
    }

    private ApplicationResponse answer(Application application) {
        return ApplicationResponse.of(application, today());
    }

    private LocalDate today() {
        return WorkingDays.dayOf(clock.instant());
    }

    private static DocumentEvidence evidence(DocumentRequest one) {
        return ApplicationFields.evidence(
                one.document(), one.reference(), one.issuedOn(), one.validUntil(), one.sha256());
    }

    private static String reason(HttpServletRequest request) {
        return ActReason.checked(
                "reason",
                StrictJsonBody.OF_ADMINISTRATION
                        .read(request, ReasonRequest.class)
                        .reason());
    }

    private static PartnerId id(String text) {
        if (!PartnerId.isValid(text)) {
            throw unknown();
        }
        return new PartnerId(text);
    }

    private static BusException unknown() {
        return new BusException(ErrorCode.RESOURCE_UNKNOWN, null);
    }
}
