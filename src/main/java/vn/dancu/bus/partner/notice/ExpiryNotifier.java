package vn.dancu.bus.partner.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Act;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.partner.calendar.WorkingDays;

/**
 * Writes a notice before a credential, certificate or agreement ends: one for each, on whichever instance this runs.
 */
final class ExpiryNotifier {

    private final JdbcExpiries expiries;
    private final Notices notices;
    private final Acts acts;
    private final TransactionTemplate transaction;
    private final Duration ahead;
    private final Clock clock;

    ExpiryNotifier(
            JdbcExpiries expiries,
            Notices notices,
            Acts acts,
            TransactionTemplate transaction,
            Duration ahead,
            Clock clock) {
        this.expiries = expiries;
        this.notices = notices;
        this.acts = acts;
        this.transaction = transaction;
        this.ahead = ahead;
        this.clock = clock;
    }

    void foretell() {
        Instant horizon = clock.instant().plus(ahead);
        LocalDate day = WorkingDays.dayOf(horizon);
        Stream.concat(expiries.credentials(horizon).stream(), expiries.agreements(day).stream())
                .forEach(this::writeNotice);
    }

    private void writeNotice(JdbcExpiries.Expiry expiry) {
        transaction.executeWithoutResult(status -> {
            Instant due = clock.instant().plus(Duration.ofDays(1));
            if (notices.write(expiry.partner(), expiry.kind(), expiry.once(), due, expiry.values())) {
                acts.record(new Act(
                        Actor.BUS,
                        "partner.expiry_noticed",
                        expiry.partner(),
                        expiry.once(),
                        Map.of("until", expiry.values().getOrDefault("until", ""))));
            }
        });
    }
}
