package vn.dancu.bus.ledger.sheet;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.inspection.MessageEvents;

/**
 * Reads from the trail what it has of the messages of an hour, once, when none of them can be in work any more; whichever
 * instance comes first.
 */
final class JdbcRecordedCounts {

    private static final int MOST_DAYS_BACK = 31;
    private static final String NOBODY = "-";
    private static final int HOURS_AT_ONCE = 24;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final MessageEvents events;
    private final Duration settled;
    private final Clock clock;

    /** @param settled how long after its end nothing of an hour is in work any more */
    JdbcRecordedCounts(
            JdbcTemplate jdbc, TransactionTemplate transaction, MessageEvents events, Duration settled, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.events = events;
        this.settled = settled;
        this.clock = clock;
    }

    /** Reads hours that are over, the oldest first, those too in which only the trail may have something. */
    void read() {
        Instant now = clock.instant();
        List<Instant> hours;
        do {
            hours = jdbc.query(
                    "select h from generate_series((select min(hour) from ledger.count where hour >= ?), ?::timestamptz,"
                            + " interval '1 hour') as h where not exists (select 1 from ledger.recorded_hour r"
                            + " where r.hour = h) order by h limit ?",
                    (rs, number) -> rs.getTimestamp(1).toInstant(),
                    utc(now.minus(Duration.ofDays(MOST_DAYS_BACK))),
                    utc(now.minus(settled).truncatedTo(ChronoUnit.HOURS).minus(1, ChronoUnit.HOURS)),
                    HOURS_AT_ONCE);
            hours.forEach(this::read);
        } while (hours.size() == HOURS_AT_ONCE);
    }

    private void read(Instant hour) {
        List<MessageEvents.Count> found = events.counts(hour, hour.plus(1, ChronoUnit.HOURS), settled);
        transaction.executeWithoutResult(status -> {
            int first = jdbc.update(
                    "insert into ledger.recorded_hour (hour, read_at) values (?, ?) on conflict do nothing",
                    utc(hour),
                    Timestamp.from(clock.instant()));
            if (first == 1) {
                jdbc.batchUpdate(
                        "insert into ledger.recorded (hour, door, partner, answered, refused, cut) values (?, ?, ?, ?, ?, ?)",
                        found.stream().map(count -> row(hour, count)).toList());
            }
        });
    }

    private static Object[] row(Instant hour, MessageEvents.Count count) {
        return new Object[] {
            utc(hour),
            count.door(),
            count.partner() == null ? NOBODY : count.partner(),
            count.answers(),
            count.refusals(),
            count.cut()
        };
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
