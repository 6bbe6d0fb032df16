package vn.dancu.bus.sms.outbound;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.delivery.Deliveries;
import vn.dancu.bus.sms.SmsSettings;

/** Ends what waits for a receipt in vain, has deliveries know what their operator could not do, and forgets what is old. */
final class JdbcSubmissionSweep {

    private static final int MAX_ROWS = 500;

    private static final String FAILED =
            """
            update sms.submission s set noted = true
            from (select operator, message_id from sms.submission
                where not noted and state in ('EXPIRED', 'DELETED', 'UNDELIVERABLE', 'REJECTED')
                    and delivery is not null and state_at < ?
                order by state_at limit ? for update skip locked) as due
            where s.operator = due.operator and s.message_id = due.message_id
            returning s.delivery, s.state
            """;

    /** Of rows that only a receipt has made there is nothing to end. */
    private static final String MISSING =
            "update sms.submission set state = 'MISSING', state_at = ? where submitted_at < ?"
                    + " and (state is null or state in ('ENROUTE', 'ACCEPTED'))";

    /** A delivery that the operator has just answered may not be noted as delivered yet. */
    private static final int SETTLE_SECONDS = 5;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Deliveries deliveries;
    private final JdbcUnanswered unanswered;
    private final SmsSettings settings;
    private final Clock clock;

    JdbcSubmissionSweep(
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            Deliveries deliveries,
            JdbcUnanswered unanswered,
            SmsSettings settings,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.deliveries = deliveries;
        this.unanswered = unanswered;
        this.settings = settings;
        this.clock = clock;
    }

    private record Failure(UUID delivery, String code) {}

    void run() {
        Instant now = clock.instant();
        unanswered.forget(now.minus(settings.sendWithin()));
        transaction.executeWithoutResult(status -> {
            unanswered.settle();
            noteFailures(now);
        });
        jdbc.update(MISSING, Timestamp.from(now), Timestamp.from(now.minus(settings.receiptWithin())));
        jdbc.update(
                "delete from sms.submission where coalesce(submitted_at, state_at) < ?",
                Timestamp.from(now.minus(settings.keep())));
    }

    private void noteFailures(Instant now) {
        List<Failure> failures = jdbc.query(
                FAILED,
                (rs, row) -> new Failure(
                        rs.getObject("delivery", UUID.class),
                        "sms_" + rs.getString("state").toLowerCase(Locale.ROOT)),
                Timestamp.from(now.minusSeconds(SETTLE_SECONDS)),
                MAX_ROWS);
        failures.forEach(one -> deliveries.markReturned(one.delivery(), one.code()));
    }
}
