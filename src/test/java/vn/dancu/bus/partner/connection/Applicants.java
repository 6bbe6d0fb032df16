package vn.dancu.bus.partner.connection;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.AgencyCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Role;

/** A system that applies, its papers, and the people at the desk. */
final class Applicants {

    static final PartnerId HUB = new PartnerId("h41-moi");
    static final Actor CLERK = new Actor("an.tiepnhan", Set.of(Role.ONBOARDING_CLERK));
    static final Actor BOTH = new Actor("lan.tiepnhan", Set.of(Role.ONBOARDING_CLERK, Role.APPROVER));
    static final Actor BINH = new Actor("binh.duyet", Set.of(Role.APPROVER));
    static final Actor CHI = new Actor("chi.duyet", Set.of(Role.APPROVER));
    static final Actor HOA = new Actor("hoa.vanhanh", Set.of(Role.OPERATOR));
    static final String HASH = "ab".repeat(32);

    static Applicant applicant(@Nullable String id) {
        return new Applicant(
                id == null ? HUB : new PartnerId(id), AgencyCode.of("H41"), "Trục LGSP mới", "official", null);
    }

    static Applicant through(String platform) {
        return new Applicant(HUB, AgencyCode.of("H41"), "Một cửa", "official", new PartnerId(platform));
    }

    static List<DocumentEvidence> papers(String... documents) {
        return List.of(documents).stream()
                .map(it -> new DocumentEvidence(it, "12/UBND", LocalDate.of(2026, 11, 2), null, HASH))
                .toList();
    }

    static DocumentEvidence agreement(@Nullable LocalDate until) {
        return new DocumentEvidence("agreement", "7/TT", LocalDate.of(2026, 11, 3), until, HASH);
    }

    private Applicants() {}
}
