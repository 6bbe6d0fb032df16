package vn.dancu.bus.desk.enrichment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.enrichment.EnrichmentJob;
import vn.dancu.bus.enrichment.OutcomeCounts;
import vn.dancu.bus.enrichment.RecordOutcome;

/**
 * See {@link EnrichmentJob}.
 *
 * @param sheet how many records count under each heading, and {@code in} for all of them
 * @param outcomes how many have each outcome
 * @param rate records a second
 * @param remaining seconds
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EnrichmentJobResponse(
        UUID id,
        int number,
        String source,
        String authority,
        String document,
        String deliveredBy,
        Instant receivedAt,
        String state,
        String stage,
        Instant changedAt,
        long length,
        String sha256,
        @Nullable Long declared,
        long staged,
        long worked,
        Map<String, Long> sheet,
        Map<String, Long> outcomes,
        long byReplaced,
        @Nullable Integer rateLimit,
        @Nullable Double rate,
        @Nullable Long remaining,
        @Nullable FoundCause cause,
        @Nullable String resultSha256) {

    /** See {@link EnrichmentJob.Cause}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FoundCause(String code, @Nullable String hint, long line, @Nullable UUID occurrence) {}

    static EnrichmentJobResponse of(EnrichmentJob job, Instant now) {
        Duration left = job.remaining(now);
        EnrichmentJob.Cause cause = job.cause();
        return new EnrichmentJobResponse(
                job.id(),
                job.number(),
                job.source().value(),
                job.authority().value(),
                job.document(),
                job.deliveredBy(),
                job.receivedAt(),
                job.state().code(),
                job.stage().code(),
                job.changedAt(),
                job.content().length(),
                job.content().sha256(),
                job.declared(),
                job.staged(),
                job.worked(),
                sheet(job.counts()),
                outcomes(job.counts()),
                job.counts().byReplaced(),
                job.rateLimit(),
                job.rate(now),
                left == null ? null : left.toSeconds(),
                cause == null ? null : new FoundCause(cause.code(), cause.hint(), cause.line(), cause.occurrence()),
                job.result() == null ? null : job.result().sha256());
    }

    private static Map<String, Long> sheet(OutcomeCounts counts) {
        Map<String, Long> sheet = new TreeMap<>();
        sheet.put("in", counts.total());
        for (RecordOutcome.Heading heading : RecordOutcome.Heading.values()) {
            sheet.put(heading.name().toLowerCase(Locale.ROOT), counts.of(heading));
        }
        return sheet;
    }

    private static Map<String, Long> outcomes(OutcomeCounts counts) {
        Map<String, Long> outcomes = new TreeMap<>();
        counts.byOutcome().forEach((outcome, count) -> outcomes.put(outcome.code(), count));
        return outcomes;
    }
}
