package vn.dancu.bus.desk.partner;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.dancu.bus.desk.Allowed;
import vn.dancu.bus.desk.Paging;
import vn.dancu.bus.desk.body.ReasonRequest;
import vn.dancu.bus.http.PathValues;
import vn.dancu.bus.http.StrictJsonBody;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.partner.suspension.Grounds;
import vn.dancu.bus.partner.suspension.SuspensionOrder;
import vn.dancu.bus.partner.suspension.Suspensions;

/** Suspends, at once or on a day, cancels and resumes. */
@RestController
@RequestMapping("/api/v1/admin")
class SuspensionsController {

    private final Suspensions suspensions;
    private final Clock clock;

    SuspensionsController(Suspensions suspensions, Clock clock) {
        this.suspensions = suspensions;
        this.clock = clock;
    }

    @GetMapping("/grounds")
    @Allowed({Role.ONBOARDING_CLERK, Role.APPROVER, Role.POLICY_MANAGER, Role.OPERATOR, Role.INSPECTOR})
    Grounds grounds() {
        return suspensions.grounds();
    }

    @GetMapping("/suspensions")
    @Allowed({Role.ONBOARDING_CLERK, Role.APPROVER, Role.POLICY_MANAGER, Role.OPERATOR, Role.INSPECTOR})
    Paging.Page<SuspensionResponse> list(
            @RequestParam(required = false) @Nullable String partner,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String limit) {
        Paging paging = Paging.of(after, limit);
        Instant now = clock.instant();
        PartnerId of = partner == null ? null : PathValues.partner(partner);
        List<SuspensionResponse> found =
                suspensions.list(of, PathValues.idAfter(paging.after()), paging.oneMore()).stream()
                        .map(it -> SuspensionResponse.of(it, now))
                        .toList();
        return paging.page(found, it -> it.id().toString());
    }

    @PostMapping("/suspensions")
    @ResponseStatus(HttpStatus.CREATED)
    @Allowed(Role.OPERATOR)
    SuspensionResponse suspend(HttpServletRequest request, Actor by) {
        SuspensionRequest order = StrictJsonBody.OF_ADMINISTRATION.read(request, SuspensionRequest.class);
        String partner = order.partner();
        if (partner != null && !PartnerId.isValid(partner)) {
            throw BusException.of(ErrorCode.FIELD_INVALID, "partner", "the id of a partner");
        }
        return SuspensionResponse.of(
                suspensions.suspend(
                        new SuspensionOrder(
                                partner == null ? null : new PartnerId(partner),
                                order.ground(),
                                order.since(),
                                order.until(),
                                order.reason(),
                                order.returnCondition()),
                        by),
                clock.instant());
    }

    @PostMapping("/suspensions/{suspension}/confirm")
    @Allowed(Role.APPROVER)
    SuspensionResponse confirm(@PathVariable("suspension") String suspension, HttpServletRequest request, Actor by) {
        ConfirmationRequest body = StrictJsonBody.OF_ADMINISTRATION.read(request, ConfirmationRequest.class);
        String document = body.document() == null ? "" : body.document();
        return SuspensionResponse.of(
                suspensions.confirmInWriting(PathValues.id(suspension), document, body.until(), by), clock.instant());
    }

    @PostMapping("/suspensions/{suspension}/cancel")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allowed(Role.OPERATOR)
    void cancel(@PathVariable("suspension") String suspension, HttpServletRequest request, Actor by) {
        ReasonRequest body = StrictJsonBody.OF_ADMINISTRATION.read(request, ReasonRequest.class);
        suspensions.cancel(PathValues.id(suspension), body.reason(), by);
    }

    /** 204 when the suspension has ended, 202 with the proposal when another person has to confirm it. */
    @PostMapping("/suspensions/{suspension}/resume")
    @Allowed(Role.OPERATOR)
    ResponseEntity<ProposalResponse> resume(
            @PathVariable("suspension") String suspension, HttpServletRequest request, Actor by) {
        ResumptionRequest evidence = StrictJsonBody.OF_ADMINISTRATION.read(request, ResumptionRequest.class);
        String shown = evidence.evidence() == null ? "" : evidence.evidence();
        return suspensions
                .resume(PathValues.id(suspension), shown, by)
                .map(proposal -> ResponseEntity.accepted().body(ProposalResponse.of(proposal)))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    /**
     * @param partner absent for a ground that suspends all
     * @param since absent for now
     */
    record SuspensionRequest(
            @Nullable String partner,
            String ground,
            @Nullable Instant since,
            @Nullable Instant until,
            String reason,
            @Nullable String returnCondition) {}

    /**
     * @param document number of the document that confirms an urgent suspension
     * @param until when it ends by itself; absent when it takes a resumption
     */
    record ConfirmationRequest(@Nullable String document, @Nullable Instant until) {}

    /** @param evidence what shows that the condition for the return is met */
    record ResumptionRequest(@Nullable String evidence) {}
}
