package vn.dancu.bus.partner.suspension;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.LogKeys;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.partner.notice.NoticeKind;

/**
 * Suspensions at an urgent request, which lapse unless they are confirmed in writing (NĐ 333/2026/NĐ-CP Điều 13: 24 hours).
 *
 * <pre>
 * ordered ── confirmed by another person ──▶ runs until it is resumed, or until the end that the confirmation states
 *     └───── nobody confirms in time ──────▶ lapsed
 * </pre>
 *
 * <p>The lapse itself needs no write: the end of an unconfirmed suspension is stored with its order, and every instance lets
 * the partner in again by its own clock. What is written here are the notices before and after.
 */
final class UrgentSuspensions {

    private static final Logger LOGGER = LoggerFactory.getLogger(UrgentSuspensions.class);

    private final JdbcSuspensions store;
    private final GroundRules rules;
    private final SuspensionNotifier notifier;
    private final TransactionTemplate transaction;
    private final Duration noticeAhead;
    private final Clock clock;
    private volatile int waiting;

    UrgentSuspensions(
            JdbcSuspensions store,
            GroundRules rules,
            SuspensionNotifier notifier,
            TransactionTemplate transaction,
            Duration noticeAhead,
            Clock clock) {
        this.store = store;
        this.rules = rules;
        this.notifier = notifier;
        this.transaction = transaction;
        this.noticeAhead = noticeAhead;
        this.clock = clock;
    }

    /** When the ordered suspension ends by itself; null when it does not. */
    static @Nullable Instant lapseOf(SuspensionGround ground, SuspensionOrder order, Instant now) {
        int hours = ground.confirmWithinHours();
        return hours == 0 || order.until() != null ? order.until() : now.plus(Duration.ofHours(hours));
    }

    Suspension confirm(UUID id, String document, @Nullable Instant until, Actor by) {
        GroundRules.requireText("document", document, ErrorCode.EVIDENCE_MISSING);
        return Objects.requireNonNull(transaction.execute(status -> {
            PartnerId partner = find(id).partner();
            if (partner != null) {
                var unused = store.lock(partner);
            }
            Suspension suspension = find(id);
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            requireConfirmable(suspension, until, now, by);
            var entered = new Suspension.Entered(now, by.name(), document.strip());
            store.confirm(id, entered, until);
            PartnerId concerned = Objects.requireNonNull(partner);
            store.raiseVersion(concerned);
            Suspension confirmed = find(id);
            notifier.confirmed(confirmed, rules.suspension(confirmed.ground()), entered, concerned, by);
            return confirmed;
        }));
    }

    private static void requireConfirmable(Suspension suspension, @Nullable Instant until, Instant now, Actor by) {
        if (suspension.confirmation() != null && !suspension.isUnconfirmed()) {
            throw BusException.of(ErrorCode.ALREADY_APPROVED, "suspension", "one that waits for its confirmation");
        }
        if (!suspension.isUnconfirmed() || suspension.stateAt(now) != Suspension.State.RUNNING) {
            throw BusException.of(
                    ErrorCode.MOVE_NOT_ALLOWED,
                    "suspension",
                    "urgent, and confirmed while it runs and before it lapses");
        }
        if (suspension.orderedBy().equals(by.name())) {
            throw BusException.of(
                    ErrorCode.SECOND_PERSON_REQUIRED,
                    "suspension",
                    "confirmed by another person than the one who ordered it");
        }
        if (until != null && !until.isAfter(now)) {
            throw BusException.of(ErrorCode.FIELD_INVALID, "until", "in the future");
        }
    }

    /** Writes what is due now, once, on whichever instance this runs; after a stop it writes what was missed. */
    void writeNotices() {
        Instant now = clock.instant();
        List<Suspension> lapsing = store.lapsing(now.plus(noticeAhead));
        lapsing.forEach(suspension -> transaction.executeWithoutResult(status -> writeNotice(suspension.id(), now)));
        waiting = (int) lapsing.stream()
                .filter(it -> it.stateAt(now) == Suspension.State.RUNNING)
                .count();
    }

    /** How many lapse soon. */
    int waiting() {
        return waiting;
    }

    private void writeNotice(UUID id, Instant now) {
        PartnerId partner = Objects.requireNonNull(find(id).partner());
        var unused = store.lock(partner);
        Suspension suspension = find(id);
        SuspensionGround ground = rules.suspension(suspension.ground());
        Instant lapse = Objects.requireNonNull(suspension.until());
        if (suspension.isUnconfirmed() && suspension.stateAt(now) == Suspension.State.RUNNING) {
            if (notifier.lapses(
                    NoticeKind.SUSPENSION_LAPSES,
                    "partner.suspension_lapse_noticed",
                    suspension,
                    ground,
                    partner,
                    lapse)) {
                warn("An urgent suspension lapses unless it is confirmed in writing", suspension, partner);
            }
        } else if (suspension.stateAt(now) == Suspension.State.LAPSED) {
            Instant due = now.plus(Duration.ofDays(1));
            if (notifier.lapses(
                    NoticeKind.SUSPENSION_LAPSED, "partner.suspension_lapsed", suspension, ground, partner, due)) {
                warn("An urgent suspension has lapsed: nobody confirmed it in writing", suspension, partner);
            }
        }
    }

    private static void warn(String message, Suspension suspension, PartnerId partner) {
        LOGGER.atWarn()
                .addKeyValue(LogKeys.PARTNER, partner)
                .addKeyValue(LogKeys.SUSPENSION, suspension.id())
                .addKeyValue(LogKeys.UNTIL, suspension.until())
                .log(message);
    }

    private Suspension find(UUID id) {
        return store.find(id)
                .orElseThrow(() -> BusException.of(ErrorCode.RESOURCE_UNKNOWN, "suspension", "the id of a suspension"));
    }
}
