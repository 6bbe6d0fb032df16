package vn.dancu.bus.audit.event;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import vn.dancu.bus.audit.RecordKind;

/**
 * The records of one kind in one month, which are stored, archived and dropped together.
 *
 * @param number year and month in UTC, such as 202611
 */
public record TrailMonth(RecordKind kind, int number) {

    /** The month in which a record of that time lies. */
    public static TrailMonth of(RecordKind kind, Instant occurredAt) {
        OffsetDateTime utc = occurredAt.atOffset(ZoneOffset.UTC);
        return new TrailMonth(kind, utc.getYear() * 100 + utc.getMonthValue());
    }

    /** The table that holds the records. */
    public String table() {
        return "audit.event_" + kind.word() + "_" + number;
    }

    /** As names of files and acts have it, such as {@code answer-202611}. */
    public String label() {
        return kind.word() + "-" + number;
    }

    /** When the month began. */
    public Instant start() {
        return end(-1);
    }

    /** When the month ended, that many months later. */
    public Instant end(int later) {
        return YearMonth.of(number / 100, number % 100)
                .plusMonths(later + 1L)
                .atDay(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }
}
