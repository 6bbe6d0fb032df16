package vn.dancu.bus.desk.console.enrichment;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.enrichment.EnrichmentJob;

/**
 * A job as pages show it.
 *
 * @param title of its source
 * @param tone colour of its state
 * @param percent of its stage; null where nobody knows how much there is to do
 * @param rate records a second; null before the first second
 * @param left minutes and seconds, such as {@code 2:05}; null where nobody knows
 */
record EnrichmentJobLine(
        EnrichmentJob job,
        String title,
        String tone,
        @Nullable Long percent,
        @Nullable Double rate,
        @Nullable String left) {

    private static final long ALL = 100;
    private static final long SECONDS = 60;

    static EnrichmentJobLine of(EnrichmentJob job, String title, Instant now) {
        String tone =
                switch (job.state()) {
                    case CERTIFIED -> "good";
                    case FAILED -> "bad";
                    case CANCELLED -> "idle";
                    case PAUSED, SUSPENDED, WAITING -> "warn";
                    default -> "info";
                };
        Long total = job.total();
        Duration left = job.remaining(now);
        return new EnrichmentJobLine(
                job,
                title,
                tone,
                total == null || total == 0 ? null : Math.min(ALL, job.done() * ALL / total),
                job.rate(now),
                left == null ? null : String.format("%d:%02d", left.toSeconds() / SECONDS, left.toSeconds() % SECONDS));
    }
}
