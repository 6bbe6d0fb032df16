package vn.dancu.bus.desk.partner;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dancu.bus.desk.Allowed;
import vn.dancu.bus.desk.Paging;
import vn.dancu.bus.desk.freeze.ChangesConfiguration;
import vn.dancu.bus.http.PathValues;
import vn.dancu.bus.http.StrictJsonBody;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.partner.Partner;
import vn.dancu.bus.partner.PartnerLifecycle;
import vn.dancu.bus.partner.Partners;
import vn.dancu.bus.partner.credential.Credentials;
import vn.dancu.bus.partner.notice.Notice;
import vn.dancu.bus.partner.notice.Notices;

/** Partners with their standing, agreements and notices. */
@RestController
@RequestMapping("/api/v1/admin/partners")
class PartnersController {

    private final Partners partners;
    private final Credentials credentials;
    private final PartnerLifecycle lifeCycle;
    private final Notices notices;
    private final Clock clock;

    PartnersController(
            Partners partners, Credentials credentials, PartnerLifecycle lifeCycle, Notices notices, Clock clock) {
        this.partners = partners;
        this.credentials = credentials;
        this.lifeCycle = lifeCycle;
        this.notices = notices;
        this.clock = clock;
    }

    @GetMapping
    @Allowed({Role.ONBOARDING_CLERK, Role.APPROVER, Role.POLICY_MANAGER, Role.OPERATOR, Role.INSPECTOR})
    Paging.Page<PartnerResponse> list(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String limit) {
        Paging paging = Paging.of(after, limit);
        List<PartnerResponse> found = partners.all().stream()
                .filter(it -> paging.after() == null || it.id().value().compareTo(paging.after()) > 0)
                .limit(paging.oneMore())
                .map(it -> PartnerResponse.of(it, null))
                .toList();
        return paging.page(found, it -> it.id().value());
    }

    @GetMapping("/{partner}")
    @Allowed({Role.ONBOARDING_CLERK, Role.APPROVER, Role.POLICY_MANAGER, Role.OPERATOR, Role.INSPECTOR})
    PartnerResponse look(@PathVariable("partner") String partner) {
        PartnerId id = PathValues.partner(partner);
        Instant now = clock.instant();
        return PartnerResponse.of(
                known(id),
                credentials.of(id).stream()
                        .map(it -> CredentialResponse.of(it, now, null))
                        .toList());
    }

    @PostMapping("/{partner}/agreement")
    @ChangesConfiguration
    @Allowed(Role.APPROVER)
    PartnerResponse renew(@PathVariable("partner") String partner, HttpServletRequest request, Actor by) {
        PartnerId id = PathValues.partner(partner);
        AgreementRequest agreement = StrictJsonBody.OF_ADMINISTRATION.read(request, AgreementRequest.class);
        lifeCycle.renewAgreement(id, agreement.ends(), by);
        return look(partner);
    }

    @GetMapping("/{partner}/notices")
    @Allowed({Role.ONBOARDING_CLERK, Role.APPROVER, Role.POLICY_MANAGER, Role.OPERATOR, Role.INSPECTOR})
    Paging.Page<NoticeResponse> notices(
            @PathVariable("partner") String partner,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String limit) {
        Paging paging = Paging.of(after, limit);
        PartnerId id = known(PathValues.partner(partner)).id();
        Instant now = clock.instant();
        List<NoticeResponse> found = notices.of(id, PathValues.idAfter(paging.after()), paging.oneMore()).stream()
                .map(it -> NoticeResponse.of(it, now))
                .toList();
        return paging.page(found, NoticeResponse::id);
    }

    private Partner known(PartnerId id) {
        return partners.find(id)
                .orElseThrow(() -> BusException.of(ErrorCode.RESOURCE_UNKNOWN, "partner", "the id of a partner"));
    }

    /** @param ends the last day; absent for an agreement without an end */
    record AgreementRequest(@Nullable LocalDate ends) {}

    /** @param credentials absent in a list */
    record PartnerResponse(
            PartnerId id,
            String name,
            String agencyCode,
            String dialect,
            StandingResponse standing,
            @Nullable List<CredentialResponse> credentials) {

        static PartnerResponse of(Partner one, @Nullable List<CredentialResponse> credentials) {
            return new PartnerResponse(
                    one.id(), one.name(), one.agencyCode(), one.dialect(), StandingResponse.of(one), credentials);
        }
    }

    /** @param overdue whether it should have been sent by now */
    record NoticeResponse(
            String id,
            String kind,
            Notice.Text vi,
            Notice.Text en,
            Instant createdAt,
            Instant dueBy,
            boolean overdue,
            int attempts,
            @Nullable String lastError,
            @Nullable Instant sentAt) {

        static NoticeResponse of(Notice one, Instant now) {
            return new NoticeResponse(
                    one.id().toString(),
                    one.kind().code(),
                    one.vietnamese(),
                    one.english(),
                    one.createdAt(),
                    one.dueBy(),
                    one.sentAt() == null && now.isAfter(one.dueBy()),
                    one.attempts(),
                    one.lastError(),
                    one.sentAt());
        }
    }
}
