package vn.dancu.bus.partner.suspension;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dancu.bus.partner.suspension.Standings.APPROVER;
import static vn.dancu.bus.partner.suspension.Standings.OPERATOR;
import static vn.dancu.bus.partner.suspension.Standings.OTHER_APPROVER;
import static vn.dancu.bus.partner.suspension.Standings.refused;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.fixtures.ShiftedClock;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Role;

/** A suspension at an urgent request lapses after 24 hours unless another person enters its written confirmation. */
class UrgentSuspensionsIT {

    private static final Actor OPERATOR_WHO_APPROVES = new Actor(OPERATOR.name(), Set.of(Role.OPERATOR, Role.APPROVER));

    private final ShiftedClock clock = new ShiftedClock();
    private final Standings standings = new Standings(clock);
    private final Suspensions suspensions = standings.suspensions;
    private final PartnerId hub = standings.partner("h40-lgsp", "ACTIVE");

    @Test
    void lapsesAfterTwentyFourHoursByTheClockAlone() {
        Suspension suspension = urgent();

        assertThat(suspension.until()).isEqualTo(suspension.orderedAt().plus(Duration.ofHours(24)));
        assertThat(suspension.stateAt(suspension.until().minusMillis(1))).isEqualTo(Suspension.State.RUNNING);
        assertThat(suspension.stateAt(suspension.until())).isEqualTo(Suspension.State.LAPSED);
        assertThat(standings.notices).containsExactly("suspended-urgently h40-lgsp");
        clock.shift(Duration.ofHours(25));
        assertThat(now().stateAt(clock.instant())).isEqualTo(Suspension.State.LAPSED);
        refused(() -> confirm(suspension, APPROVER), ErrorCode.MOVE_NOT_ALLOWED, "suspension");
        refused(
                () -> suspensions.resume(suspension.id(), "letter", OPERATOR),
                ErrorCode.MOVE_NOT_ALLOWED,
                "suspension");
    }

    @Test
    void lastsWhenItWasConfirmedInWriting() {
        Suspension suspension = urgent();
        refused(
                () -> suspensions.confirmInWriting(suspension.id(), " ", null, APPROVER),
                ErrorCode.EVIDENCE_MISSING,
                "document");

        Suspension confirmed = confirm(suspension, APPROVER);

        assertThat(confirmed.until()).isNull();
        assertThat(confirmed.confirmation().entered().document()).isEqualTo("88/QĐ-THU");
        assertThat(standings.acts)
                .containsExactly(
                        "partner.suspended h40-lgsp by hoa.vanhanh",
                        "partner.suspension_confirmed h40-lgsp by binh.duyet");
        assertThat(standings.notices).containsExactly("suspended-urgently h40-lgsp", "suspension-confirmed h40-lgsp");
        refused(() -> confirm(suspension, OTHER_APPROVER), ErrorCode.ALREADY_APPROVED, "suspension");
        clock.shift(Duration.ofDays(30));
        standings.urgent.writeNotices();
        assertThat(now().stateAt(clock.instant())).isEqualTo(Suspension.State.RUNNING);
        assertThat(standings.notices).hasSize(2);
        Proposal proposal =
                suspensions.resume(suspension.id(), "letter 90", OPERATOR).orElseThrow();
        suspensions.confirm(proposal.id(), APPROVER);
        assertThat(now().stateAt(clock.instant())).isEqualTo(Suspension.State.RESUMED);
    }

    @Test
    void endsAtTheTimeThatTheConfirmationStates() {
        Suspension suspension = urgent();
        Instant until = suspension.since().plus(Duration.ofDays(3));

        suspensions.confirmInWriting(suspension.id(), "88/QĐ-THU", until, APPROVER);

        clock.shift(Duration.ofDays(2));
        assertThat(now().stateAt(clock.instant())).isEqualTo(Suspension.State.RUNNING);
        clock.shift(Duration.ofDays(4));
        assertThat(now().stateAt(clock.instant())).isEqualTo(Suspension.State.ENDED);
    }

    @Test
    void isNotConfirmedByWhoOrderedIt() {
        Suspension suspension = urgent();

        refused(() -> confirm(suspension, OPERATOR_WHO_APPROVES), ErrorCode.SECOND_PERSON_REQUIRED, "suspension");
        assertThat(now().isUnconfirmed()).isTrue();
    }

    @Test
    void beginsAtOnceAndTakesNoEndBeyondItsTime() {
        Instant now = clock.instant();

        refused(() -> order("urgent-request", now.plusSeconds(60), null), ErrorCode.FIELD_INVALID, "since");
        refused(() -> order("urgent-request", null, now.plus(Duration.ofHours(25))), ErrorCode.FIELD_INVALID, "until");
        Suspension earlier = order("urgent-request", null, now.plus(Duration.ofHours(20)));
        assertThat(earlier.confirmation().dueBy()).isEqualTo(earlier.until());
    }

    @Test
    void needsNoConfirmationOnAnotherGround() {
        Suspension breach = order("breach", null, null);

        assertThat(breach.confirmation()).isNull();
        refused(() -> confirm(breach, APPROVER), ErrorCode.MOVE_NOT_ALLOWED, "suspension");
    }

    @Test
    void isNoticedOnceBeforeItLapsesAndOnceAfterOnTwoInstances() throws Exception {
        urgent();
        clock.shift(Duration.ofHours(19));
        onTwoInstances();
        assertThat(standings.notices).containsExactly("suspended-urgently h40-lgsp");
        assertThat(standings.urgent.waiting()).isZero();

        clock.shift(Duration.ofHours(21));
        onTwoInstances();
        onTwoInstances();
        assertThat(standings.notices).containsExactly("suspended-urgently h40-lgsp", "suspension-lapses h40-lgsp");
        assertThat(standings.urgent.waiting()).isEqualTo(1);

        clock.shift(Duration.ofHours(24).plusSeconds(5));
        onTwoInstances();
        onTwoInstances();
        assertThat(standings.notices)
                .containsExactly(
                        "suspended-urgently h40-lgsp", "suspension-lapses h40-lgsp", "suspension-lapsed h40-lgsp");
        assertThat(standings.acts)
                .containsExactly(
                        "partner.suspended h40-lgsp by hoa.vanhanh",
                        "partner.suspension_lapse_noticed h40-lgsp by dancu-bus",
                        "partner.suspension_lapsed h40-lgsp by dancu-bus");
        assertThat(standings.urgent.waiting()).isZero();
    }

    @Test
    void recordsALapseThatCameWhileTheBusWasStopped() {
        urgent();
        clock.shift(Duration.ofDays(5));

        standings.urgent.writeNotices();

        assertThat(standings.notices).containsExactly("suspended-urgently h40-lgsp", "suspension-lapsed h40-lgsp");
    }

    @Test
    void mayBeOrderedAgainAfterItLapsed() {
        Suspension first = urgent();
        refused(this::urgent, ErrorCode.MOVE_NOT_ALLOWED, "ground");
        clock.shift(Duration.ofHours(25));

        assertThat(urgent().id()).isNotEqualTo(first.id());
    }

    private void onTwoInstances() throws Exception {
        var threads = Executors.newFixedThreadPool(2);
        try {
            Callable<Void> look = () -> {
                standings.urgent.writeNotices();
                return null;
            };
            for (var each : threads.invokeAll(Stream.of(look, look).toList())) {
                each.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    private Suspension urgent() {
        return order("urgent-request", null, null);
    }

    private Suspension order(String ground, @Nullable Instant since, @Nullable Instant until) {
        return suspensions.suspend(
                new SuspensionOrder(hub, ground, since, until, "công điện 88", "văn bản trả lời"), OPERATOR);
    }

    private Suspension confirm(Suspension suspension, Actor by) {
        return suspensions.confirmInWriting(suspension.id(), "88/QĐ-THU", null, by);
    }

    /** The newest, as it is stored. */
    private Suspension now() {
        List<Suspension> all = suspensions.list(hub, null, 1);
        return all.get(0);
    }
}
