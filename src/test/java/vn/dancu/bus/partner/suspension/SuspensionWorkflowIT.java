package vn.dancu.bus.partner.suspension;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dancu.bus.partner.suspension.Standings.APPROVER;
import static vn.dancu.bus.partner.suspension.Standings.OPERATOR;
import static vn.dancu.bus.partner.suspension.Standings.OTHER_APPROVER;
import static vn.dancu.bus.partner.suspension.Standings.breach;
import static vn.dancu.bus.partner.suspension.Standings.refused;
import static vn.dancu.bus.partner.suspension.Standings.securityRisk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dancu.bus.fixtures.ShiftedClock;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.partner.calendar.WorkingDays;

class SuspensionWorkflowIT {

    private final ShiftedClock clock = new ShiftedClock();
    private final Standings standings = new Standings(clock);
    private final Suspensions suspensions = standings.suspensions;
    private final PartnerId hub = standings.partner("h40-lgsp", "ACTIVE");

    @Test
    void suspendsAndResumesWithEvidence() {
        Suspension suspension = suspensions.suspend(breach(hub), OPERATOR);

        assertThat(suspension.stateAt(clock.instant())).isEqualTo(Suspension.State.RUNNING);
        refused(() -> suspensions.resume(suspension.id(), " ", OPERATOR), ErrorCode.EVIDENCE_MISSING, "evidence");
        assertThat(suspensions.resume(suspension.id(), "letter 12/2026", OPERATOR))
                .isEmpty();
        assertThat(suspensions.list(hub, null, 10)).singleElement().satisfies(one -> {
            assertThat(one.stateAt(clock.instant())).isEqualTo(Suspension.State.RESUMED);
            assertThat(one.closing()).extracting(Suspension.Closing::evidence).isEqualTo("letter 12/2026");
        });
        assertThat(standings.acts)
                .containsExactly(
                        "partner.suspended h40-lgsp by hoa.vanhanh", "partner.resumed h40-lgsp by hoa.vanhanh");
        assertThat(standings.notices).containsExactly("suspended h40-lgsp", "resumed h40-lgsp");
        refused(() -> suspensions.resume(suspension.id(), "again", OPERATOR), ErrorCode.MOVE_NOT_ALLOWED, "suspension");
    }

    @Test
    void holdsOrdersAgainstTheRulesOfTheirGround() {
        Instant soon = clock.instant().plus(Duration.ofDays(3));
        Instant later = clock.instant().plus(Duration.ofDays(60));

        refused(() -> suspend(hub, "whim", null, null, "r", "c"), ErrorCode.FIELD_INVALID, "ground");
        refused(() -> suspend(null, "breach", null, null, "r", "c"), ErrorCode.FIELD_MISSING, "partner");
        refused(() -> suspend(hub, "maintenance", later, null, "r", null), ErrorCode.FIELD_INVALID, "partner");
        refused(() -> suspend(hub, "breach", null, null, " ", "c"), ErrorCode.FIELD_MISSING, "reason");
        refused(() -> suspend(hub, "breach", null, null, "r", null), ErrorCode.FIELD_MISSING, "returnCondition");
        refused(() -> suspend(null, "maintenance", soon, later, "r", null), ErrorCode.FIELD_INVALID, "since");
        refused(() -> suspend(null, "maintenance", later, null, "r", null), ErrorCode.FIELD_MISSING, "until");
        refused(() -> suspend(hub, "breach", later, soon, "r", "c"), ErrorCode.FIELD_INVALID, "until");
        refused(
                () -> suspend(hub, "breach", clock.instant().minusSeconds(3600), null, "r", "c"),
                ErrorCode.FIELD_INVALID,
                "since");
        refused(
                () -> suspend(new PartnerId("nobody"), "breach", null, null, "r", "c"),
                ErrorCode.RESOURCE_UNKNOWN,
                "partner");
        assertThat(standings.acts).isEmpty();
    }

    @Test
    void announcesMaintenanceSevenWorkingDaysAheadToAllAndMayCancelIt() {
        WorkingDays days = WorkingDays.read("vn.yaml", Standings.text("calendar/vn.yaml"));
        LocalDate first = days.after(WorkingDays.dayOf(clock.instant()), 7);
        Instant since = first.atTime(22, 0).atZone(WorkingDays.ZONE).toInstant();
        Instant until = since.plus(Duration.ofHours(4));
        standings.partner("h43-lgsp", "ACTIVE");
        standings.partner("h44-lgsp", "TERMINATED");
        Instant tooEarly =
                first.minusDays(1).atTime(23, 59).atZone(WorkingDays.ZONE).toInstant();
        refused(() -> suspend(null, "maintenance", tooEarly, until, "r", null), ErrorCode.FIELD_INVALID, "since");

        Suspension maintenance = suspend(null, "maintenance", since, until, "new disks", null);

        assertThat(standings.notices).containsExactly("suspension-announced h40-lgsp", "suspension-announced h43-lgsp");
        assertThat(suspensions.announced()).extracting(Suspension::id).containsExactly(maintenance.id());
        refused(
                () -> suspensions.resume(maintenance.id(), "too early", OPERATOR),
                ErrorCode.MOVE_NOT_ALLOWED,
                "suspension");
        suspensions.cancel(maintenance.id(), "the disks did not come", OPERATOR);
        refused(
                () -> suspensions.cancel(maintenance.id(), "again", OPERATOR),
                ErrorCode.MOVE_NOT_ALLOWED,
                "suspension");
        assertThat(standings.notices).endsWith("suspension-cancelled h40-lgsp", "suspension-cancelled h43-lgsp");
    }

    @Test
    void endsAWindowByItself() {
        Suspension failure =
                suspend(null, "force-majeure", null, clock.instant().plusSeconds(3600), "flood", null);
        clock.shift(Duration.ofHours(2));

        assertThat(failure.stateAt(clock.instant())).isEqualTo(Suspension.State.ENDED);
        refused(() -> suspensions.resume(failure.id(), "dry", OPERATOR), ErrorCode.MOVE_NOT_ALLOWED, "suspension");
    }

    @Test
    void takesTwoPersonsToReturnAfterASecurityRisk() {
        Suspension suspension = suspensions.suspend(securityRisk(hub), OPERATOR);
        Proposal proposal =
                suspensions.resume(suspension.id(), "assessment 7", OPERATOR).orElseThrow();

        assertThat(suspensions.list(hub, null, 1).get(0).closing()).isNull();
        assertThat(suspensions.open()).extracting(Proposal::id).containsExactly(proposal.id());
        refused(() -> suspensions.confirm(proposal.id(), OPERATOR), ErrorCode.SECOND_PERSON_REQUIRED, "proposal");
        suspensions.confirm(proposal.id(), APPROVER);
        assertThat(suspensions.list(hub, null, 1).get(0).closing()).isNotNull();
        refused(() -> suspensions.confirm(proposal.id(), OTHER_APPROVER), ErrorCode.ALREADY_APPROVED, "proposal");
    }

    @Test
    void takesTwoPersonsToTerminateAndNothingComesAfter() {
        refused(() -> suspensions.terminate(hub, "whim", "r", OPERATOR), ErrorCode.FIELD_INVALID, "ground");
        Proposal withdrawn = suspensions.terminate(hub, "purpose-gone", "the task has moved", OPERATOR);
        suspensions.withdraw(withdrawn.id(), OPERATOR);
        refused(() -> suspensions.confirm(withdrawn.id(), APPROVER), ErrorCode.MOVE_NOT_ALLOWED, "proposal");

        Proposal proposal = suspensions.terminate(hub, "purpose-gone", "the task has moved", OPERATOR);
        suspensions.confirm(proposal.id(), APPROVER);

        assertThat(standings.state(hub)).isEqualTo("TERMINATED");
        assertThat(standings.acts).endsWith("partner.terminated h40-lgsp by binh.duyet");
        assertThat(standings.notices).containsExactly("terminated h40-lgsp");
        refused(() -> suspensions.suspend(breach(hub), OPERATOR), ErrorCode.MOVE_NOT_ALLOWED, "partner");
        refused(
                () -> suspensions.terminate(hub, "purpose-gone", "again", OPERATOR),
                ErrorCode.MOVE_NOT_ALLOWED,
                "partner");
    }

    @Test
    void refusesAProposalOnAStandingThatHasChanged() {
        Proposal proposal = suspensions.terminate(hub, "not-repairable", "three breaches", OPERATOR);
        suspensions.suspend(breach(hub), OPERATOR);

        refused(() -> suspensions.confirm(proposal.id(), APPROVER), ErrorCode.VERSION_OUTDATED, "proposal");
        assertThat(standings.state(hub)).isEqualTo("ACTIVE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONNECTING", "REFUSED", "TERMINATED"})
    void refusesToSuspendOrTerminateWhoIsNotConnected(String state) {
        PartnerId other = standings.partner("h45-lgsp", state);

        refused(() -> suspensions.suspend(breach(other), OPERATOR), ErrorCode.MOVE_NOT_ALLOWED, "partner");
        refused(
                () -> suspensions.terminate(other, "purpose-gone", "r", OPERATOR),
                ErrorCode.MOVE_NOT_ALLOWED,
                "partner");
    }

    @Test
    void doesNotLiftByAResumptionWhatIsOrderedAtTheSameMoment() throws Exception {
        for (int i = 0; i < 10; i++) {
            Suspension first = suspensions.suspend(breach(hub), OPERATOR);
            List<@Nullable ErrorCode> outcomes = atOnce(
                    () -> suspensions.resume(first.id(), "letter", OPERATOR),
                    () -> suspensions.suspend(securityRisk(hub), OPERATOR));

            assertThat(outcomes).containsOnlyNulls();
            Suspension second = suspensions.list(hub, null, 1).get(0);
            assertThat(second.ground()).isEqualTo("security-risk");
            assertThat(second.stateAt(clock.instant())).isEqualTo(Suspension.State.RUNNING);
            UUID proposal = suspensions
                    .resume(second.id(), "letter", OPERATOR)
                    .orElseThrow()
                    .id();
            suspensions.confirm(proposal, APPROVER);
        }
    }

    @Test
    void letsOneOfTwoOrdersOnTheSameGroundStand() throws Exception {
        List<@Nullable ErrorCode> outcomes = atOnce(
                () -> suspensions.suspend(breach(hub), OPERATOR), () -> suspensions.suspend(breach(hub), APPROVER));

        assertThat(outcomes).containsExactlyInAnyOrder(null, ErrorCode.MOVE_NOT_ALLOWED);
        assertThat(suspensions.list(hub, null, 10)).hasSize(1);
    }

    @Test
    void countsOneOfTwoConfirmationsAtOnce() throws Exception {
        UUID proposal = suspensions
                .terminate(hub, "authority-asks", "letter 3", OPERATOR)
                .id();

        List<@Nullable ErrorCode> outcomes = atOnce(
                () -> suspensions.confirm(proposal, APPROVER), () -> suspensions.confirm(proposal, OTHER_APPROVER));

        assertThat(outcomes).containsExactlyInAnyOrder(null, ErrorCode.ALREADY_APPROVED);
        assertThat(standings.notices).containsExactly("terminated h40-lgsp");
    }

    @Test
    void listsByPage() {
        for (String ground : List.of("breach", "security-risk", "overload")) {
            suspend(hub, ground, null, null, "r", "c");
            clock.shift(Duration.between(Clock.systemUTC().instant(), clock.instant())
                    .plusSeconds(1));
        }
        List<Suspension> all = suspensions.list(null, null, 10);
        List<Suspension> pages = new ArrayList<>(suspensions.list(hub, null, 2));
        pages.addAll(suspensions.list(hub, pages.get(1).id(), 2));

        assertThat(all).extracting(Suspension::ground).containsExactly("overload", "security-risk", "breach");
        assertThat(pages).isEqualTo(all);
    }

    private Suspension suspend(
            @Nullable PartnerId partner,
            String ground,
            @Nullable Instant since,
            @Nullable Instant until,
            String reason,
            @Nullable String condition) {
        return suspensions.suspend(new SuspensionOrder(partner, ground, since, until, reason, condition), OPERATOR);
    }

    /** The code by which each was refused; null for what was done. */
    private static List<@Nullable ErrorCode> atOnce(Callable<?> one, Callable<?> other) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        var threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<@Nullable ErrorCode>> both =
                    List.of(threads.submit(() -> outcome(start, one)), threads.submit(() -> outcome(start, other)));
            List<@Nullable ErrorCode> outcomes = new ArrayList<>();
            for (Future<@Nullable ErrorCode> each : both) {
                outcomes.add(each.get());
            }
            return outcomes;
        } finally {
            threads.shutdown();
        }
    }

    private static @Nullable ErrorCode outcome(CyclicBarrier start, Callable<?> move) throws Exception {
        start.await();
        try {
            move.call();
            return null;
        } catch (BusException e) {
            return e.refusal().code();
        }
    }
}
