package vn.dancu.bus.partner.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static vn.dancu.bus.partner.connection.Applicants.BINH;
import static vn.dancu.bus.partner.connection.Applicants.BOTH;
import static vn.dancu.bus.partner.connection.Applicants.CHI;
import static vn.dancu.bus.partner.connection.Applicants.CLERK;
import static vn.dancu.bus.partner.connection.Applicants.HASH;
import static vn.dancu.bus.partner.connection.Applicants.HOA;
import static vn.dancu.bus.partner.connection.Applicants.HUB;
import static vn.dancu.bus.partner.connection.Applicants.agreement;
import static vn.dancu.bus.partner.connection.Applicants.applicant;
import static vn.dancu.bus.partner.connection.Applicants.papers;
import static vn.dancu.bus.partner.connection.Applicants.through;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.AgencyCode;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.partner.authority.Authority;
import vn.dancu.bus.partner.connection.plan.Plans;

class ConnectionsIT {

    private final ConnectionRoom room = new ConnectionRoom();
    private Connections connections;

    @BeforeEach
    void anAuthority() {
        connections = room.with(Plans.smallText());
        room.authorities()
                .register(new Authority(AgencyCode.of("000.00.00.H41"), null, "province", "Tỉnh Nghệ An"), CLERK);
    }

    @Test
    void takesASystemThroughAllStepsAndLetsItConnect() {
        connections.apply(applicant(null), CLERK);
        connections.submit(HUB, "request", papers("letter", "security-assessment"), CLERK);
        connections.approve(HUB, "request", BINH);
        connections.submit(HUB, "go-live", List.of(agreement(LocalDate.of(2028, 12, 31))), CLERK);
        Application half = connections.approve(HUB, "go-live", BINH);
        Application live = connections.approve(HUB, "go-live", HOA);
        connections.submit(HUB, "check-after", List.of(), CLERK);
        Application checked = connections.approve(HUB, "check-after", CHI);

        assertThat(half.progress().state()).isEqualTo(new ConnectionState.InReview("go-live"));
        assertThat(live.progress().state()).isEqualTo(new ConnectionState.Live("check-after"));
        assertThat(checked.progress().state()).isEqualTo(new ConnectionState.Checked());
        assertThat(checked.stepsDone()).isEqualTo(3);
        assertThat(room.lifeCycle().said()).containsExactly("opened h41-moi", "live h41-moi until 2028-12-31");
        assertThat(room.acts())
                .extracting(act -> act.actor() + " " + act.action())
                .containsExactly(
                        "an.tiepnhan authority.registered",
                        "an.tiepnhan connection.applied",
                        "an.tiepnhan connection.documents_submitted",
                        "binh.duyet connection.step_approved",
                        "an.tiepnhan connection.documents_submitted",
                        "binh.duyet connection.step_approved",
                        "hoa.vanhanh connection.step_approved",
                        "an.tiepnhan connection.documents_submitted",
                        "chi.duyet connection.step_approved");
        assertThat(room.acts().get(2).detail())
                .containsEntry("document.letter", "12/UBND, 2026-11-02, sha256 " + HASH)
                .containsEntry("state", "in-review");
        assertThat(connections.find(HUB)).contains(checked);
    }

    @Test
    void countsTermsInWorkingDaysAndListsWhatIsOverdueFirst() {
        room.set(Instant.parse("2026-12-30T02:00:00Z"));
        connections.apply(applicant(null), CLERK);
        connections.apply(applicant("h41-khac"), CLERK);
        Application inReview = connections.submit(HUB, "request", papers("letter", "security-assessment"), CLERK);

        // From Wednesday 30 December: 31, then 4, 5, 6, 7 January; the 1st is a holiday, the 2nd and 3rd a week-end.
        assertThat(inReview.progress().dueOn()).isEqualTo("2027-01-07");
        assertThat(connections.list(null, null, 10))
                .extracting(it -> it.applicant().partner().value())
                .containsExactly("h41-moi", "h41-khac");
        assertThat(connections.list(null, HUB, 10))
                .extracting(it -> it.applicant().partner().value())
                .containsExactly("h41-khac");
        assertThat(connections.list("in-review", null, 10)).hasSize(1);
        assertThat(inReview.progress().isOverdue(LocalDate.of(2027, 1, 7))).isFalse();
        assertThat(inReview.progress().isOverdue(LocalDate.of(2027, 1, 8))).isTrue();
    }

    /** A clock that jumps back or forth moves no term that was given already. */
    @Test
    void keepsATermWhateverTheClockDoes() {
        inReviewAtRequest();
        LocalDate due = connections.find(HUB).orElseThrow().progress().dueOn();
        room.set(Instant.parse("2026-01-05T02:00:00Z"));

        assertThat(connections.find(HUB).orElseThrow().progress().dueOn()).isEqualTo(due);
        assertThat(connections.approve(HUB, "request", BINH).progress().state())
                .isEqualTo(new ConnectionState.Applying("go-live"));
    }

    @Test
    void refusesAnApprovalByWhoeverAppliedOrHandedIn() {
        connections.apply(applicant(null), BOTH);
        connections.submit(HUB, "request", papers("letter", "security-assessment"), CLERK);

        assertThat(codeOf(() -> connections.approve(HUB, "request", BOTH))).isEqualTo(ErrorCode.SECOND_PERSON_REQUIRED);

        connections.sendBack(HUB, "request", "thiếu chữ ký", BINH);
        connections.submit(HUB, "request", papers("letter"), BOTH);
        Actor clerkToo = new Actor("an.tiepnhan", Set.of(Role.APPROVER));
        assertThat(codeOf(() -> connections.approve(HUB, "request", clerkToo)))
                .isEqualTo(ErrorCode.SECOND_PERSON_REQUIRED);
    }

    @Test
    void tellsAReplayedApprovalFromOneOutOfOrder() {
        inReviewAtRequest();
        connections.approve(HUB, "request", BINH);

        assertThat(codeOf(() -> connections.approve(HUB, "request", BINH))).isEqualTo(ErrorCode.ALREADY_APPROVED);
        assertThat(codeOf(() -> connections.approve(HUB, "request", CHI))).isEqualTo(ErrorCode.MOVE_NOT_ALLOWED);
        assertThat(codeOf(() -> connections.approve(HUB, "go-live", BINH))).isEqualTo(ErrorCode.MOVE_NOT_ALLOWED);
    }

    @Test
    void countsOneApprovalOfEachRoleThatAStepAsksFor() {
        inReviewAtGoLive();
        connections.approve(HUB, "go-live", BINH);

        assertThat(codeOf(() -> connections.approve(HUB, "go-live", BINH))).isEqualTo(ErrorCode.ALREADY_APPROVED);
        assertThat(codeOf(() -> connections.approve(HUB, "go-live", CHI))).isEqualTo(ErrorCode.ROLE_MISSING);
        assertThat(room.lifeCycle().said()).doesNotContain("live h41-moi until null");
    }

    @Test
    void forgetsApprovalsOfDocumentsThatWereSentBack() {
        inReviewAtGoLive();
        connections.approve(HUB, "go-live", BINH);
        connections.sendBack(HUB, "go-live", "thỏa thuận thiếu phụ lục", HOA);
        connections.submit(HUB, "go-live", List.of(agreement(null)), CLERK);

        assertThat(connections.find(HUB).orElseThrow().approvals("go-live")).isEmpty();
        assertThat(connections.approve(HUB, "go-live", BINH).progress().state())
                .isEqualTo(new ConnectionState.InReview("go-live"));
    }

    @Test
    void namesTheDocumentThatIsMissing() {
        connections.apply(applicant(null), CLERK);

        BusException refused = catchThrowableOfType(
                BusException.class, () -> connections.submit(HUB, "request", papers("letter"), CLERK));

        assertThat(refused.refusal().code()).isEqualTo(ErrorCode.EVIDENCE_MISSING);
        assertThat(refused.refusal().field()).isEqualTo("security-assessment");
    }

    /** The platform's own assessment, and the written consent of the manager of the database. */
    @Test
    void asksMoreOfAConnectionThroughAnotherPlatform() {
        connections.apply(through("h41-lgsp"), CLERK);

        assertThat(missing("request", papers("letter", "security-assessment"))).isEqualTo("platform-assessment");

        connections.submit(HUB, "request", papers("letter", "security-assessment", "platform-assessment"), CLERK);
        connections.approve(HUB, "request", BINH);

        assertThat(missing("go-live", List.of(agreement(null)))).isEqualTo("manager-consent");
    }

    @Test
    void takesNoPlatformThatMayNotConnectItself() {
        assertThat(codeOf(() -> connections.apply(through("h99-tam-ngung"), CLERK)))
                .isEqualTo(ErrorCode.FIELD_INVALID);
        assertThat(codeOf(() -> connections.apply(through("nobody"), CLERK))).isEqualTo(ErrorCode.FIELD_INVALID);
        assertThat(connections.find(HUB)).isEmpty();
    }

    @Test
    void connectsNobodyOnAnAgreementThatHasEndedMeanwhile() {
        room.set(Instant.parse("2026-11-24T02:00:00Z"));
        connections.apply(applicant(null), CLERK);
        connections.submit(HUB, "request", papers("letter", "security-assessment"), CLERK);
        connections.approve(HUB, "request", BINH);
        connections.submit(HUB, "go-live", List.of(agreement(LocalDate.of(2026, 12, 1))), CLERK);
        connections.approve(HUB, "go-live", BINH);
        room.set(Instant.parse("2026-12-02T02:00:00Z"));

        assertThat(codeOf(() -> connections.approve(HUB, "go-live", HOA))).isEqualTo(ErrorCode.AGREEMENT_EXPIRED);
        assertThat(connections.find(HUB).orElseThrow().approvals("go-live")).hasSize(1);
    }

    @Test
    void keepsTheStepsThatAnApplicationBeganWith() {
        connections.apply(applicant(null), CLERK);
        String began = connections.plan().version();

        Connections later = room.with(Plans.shippedText());
        later.apply(applicant("h41-khac"), CLERK);

        assertThat(later.find(HUB).orElseThrow().plan().version()).isEqualTo(began);
        assertThat(later.find(HUB).orElseThrow().plan().steps()).hasSize(3);
        assertThat(later.find(new PartnerId("h41-khac")).orElseThrow().plan().steps())
                .hasSize(10);
    }

    @Test
    void asksForACredentialBeforeTheStepThatIssuesIt() {
        Connections shipped = room.with(Plans.smallText()
                .replace("    basis: NĐ 278/2025/NĐ-CP", "    basis: NĐ 278/2025/NĐ-CP\n    effect: credentials"));
        shipped.apply(applicant(null), CLERK);
        shipped.submit(HUB, "request", papers("letter", "security-assessment"), CLERK);

        BusException refused = catchThrowableOfType(BusException.class, () -> shipped.approve(HUB, "request", BINH));
        assertThat(refused.refusal().code()).isEqualTo(ErrorCode.EVIDENCE_MISSING);
        assertThat(refused.refusal().field()).isEqualTo("credential");

        room.issueCredential(HUB);
        assertThat(shipped.approve(HUB, "request", BINH).progress().state())
                .isEqualTo(new ConnectionState.Applying("go-live"));
    }

    @Test
    void refusesForGoodAndTellsTheLifeCycle() {
        inReviewAtRequest();

        connections.refuse(HUB, "không có căn cứ", BINH);

        assertThat(room.lifeCycle().said()).contains("refused h41-moi: không có căn cứ");
        assertThat(codeOf(() -> connections.submit(HUB, "request", papers("letter"), CLERK)))
                .isEqualTo(ErrorCode.MOVE_NOT_ALLOWED);
        assertThat(codeOf(() -> connections.apply(applicant(null), CLERK))).isEqualTo(ErrorCode.RESOURCE_EXISTS);
    }

    private void inReviewAtRequest() {
        connections.apply(applicant(null), CLERK);
        connections.submit(HUB, "request", papers("letter", "security-assessment"), CLERK);
    }

    private void inReviewAtGoLive() {
        inReviewAtRequest();
        connections.approve(HUB, "request", BINH);
        connections.submit(HUB, "go-live", List.of(agreement(null)), CLERK);
    }

    private String missing(String step, List<DocumentEvidence> papers) {
        BusException refused =
                catchThrowableOfType(BusException.class, () -> connections.submit(HUB, step, papers, CLERK));
        assertThat(refused.refusal().code()).isEqualTo(ErrorCode.EVIDENCE_MISSING);
        return String.valueOf(refused.refusal().field());
    }

    private static ErrorCode codeOf(Runnable move) {
        return catchThrowableOfType(BusException.class, move::run).refusal().code();
    }
}
