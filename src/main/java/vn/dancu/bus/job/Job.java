package vn.dancu.bus.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A piece of work.
 *
 * @param kind what it is; its words are {@code job-kind.<word>}
 * @param id within its kind
 * @param subject what it is about, without personal data: the name of a bundle, of a file, a day
 * @param by account of whoever began it; null for the bus
 * @param endedAt null while it waits or runs
 * @param unit what is counted; its words are {@code job-unit.<word>}
 * @param total null where nobody knows how much there is to do
 * @param page of the console where more is shown and something can be done about it; null for none
 */
public record Job(
        Kind kind,
        String id,
        String subject,
        @Nullable String by,
        Instant startedAt,
        @Nullable Instant endedAt,
        State state,
        Unit unit,
        long done,
        @Nullable Long total,
        @Nullable String page) {

    private static final long ALL = 100;
    private static final double MILLIS = 1000;

    /** What it is. */
    public enum Kind {
        DEPLOYMENT,
        REPLAY,
        DOCUMENT_LIST,
        REPORT,
        EXPORT,
        ARCHIVE,
        DAY_SHEET,
        SEAL,
        ENRICHMENT,
        LIST;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** How it stands. */
    public enum State {
        /** For somebody, or for its turn. */
        WAITING,
        RUNNING,
        DONE,
        FAILED,
        /** Somebody rejected it or took it back. */
        STOPPED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public boolean isOpen() {
            return this == WAITING || this == RUNNING;
        }
    }

    /** What is counted. */
    public enum Unit {
        STEPS,
        MESSAGES,
        PEOPLE,
        RECORDS,
        BYTES;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** From 0 to 100; null where nobody knows how much there is to do. */
    public @Nullable Long percent() {
        return total == null || total == 0 ? null : Math.min(ALL, done * ALL / total);
    }

    /** How many units a second since it began; null before the first second and the first unit. */
    public @Nullable Double rate(Instant now) {
        Duration taken = Duration.between(startedAt, endedAt == null ? now : endedAt);
        return done == 0 || taken.toMillis() < MILLIS ? null : done / (taken.toMillis() / MILLIS);
    }

    /** How long it takes yet at the rate so far; null where that is not known or nothing is left. */
    public @Nullable Duration remaining(Instant now) {
        Double rate = rate(now);
        return state != State.RUNNING || rate == null || total == null || total <= done
                ? null
                : Duration.ofSeconds(Math.round((total - done) / rate));
    }
}
