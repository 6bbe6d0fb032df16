package vn.dancu.bus.enrichment;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.delivery.ClaimCheck;
import vn.dancu.bus.kernel.PartnerId;

/**
 * A job as it stands.
 *
 * @param number the order of receipt
 * @param stage where it is, or was when it was held; the same as {@code state} of a job that nothing holds
 * @param declared records by the manifest; null where it did not say
 * @param staged records that were read and checked
 * @param worked records that have their outcome
 * @param counts of those
 * @param rateLimit records a second that it may merge; null for what the settings say
 * @param workSince when the work of the stage began; null before
 * @param cause why it failed or is held; null where nothing is wrong
 * @param result the result file; null before there is one
 */
public record EnrichmentJob(
        UUID id,
        int number,
        SourceCode source,
        PartnerId authority,
        String document,
        String deliveredBy,
        Instant receivedAt,
        EnrichmentJobState state,
        EnrichmentJobState stage,
        Instant changedAt,
        ClaimCheck content,
        @Nullable Long declared,
        long staged,
        long worked,
        OutcomeCounts counts,
        @Nullable Integer rateLimit,
        @Nullable Instant workSince,
        @Nullable Cause cause,
        @Nullable ClaimCheck result) {

    private static final double MILLIS = 1000;

    /**
     * Why it does not go on.
     *
     * @param code of {@link vn.dancu.bus.kernel.ErrorCode} or {@link vn.dancu.bus.enrichment.file.FileFault}
     * @param hint such as the name of a column or the likely encoding; null for none
     * @param line of the file; 0 where no line is meant
     * @param occurrence by which the log has it; null for a fault of the file
     */
    public record Cause(String code, @Nullable String hint, long line, @Nullable UUID occurrence) {}

    /** Records that this stage has done. */
    public long done() {
        return stage == EnrichmentJobState.RECEIVED ? staged : worked;
    }

    /** Records that this stage has to do; null while the file is read that did not say. */
    public @Nullable Long total() {
        return stage == EnrichmentJobState.RECEIVED ? declared : Long.valueOf(staged);
    }

    /** Records a second since the work of the stage began; null before the first second and the first record. */
    public @Nullable Double rate(Instant now) {
        if (workSince == null || done() == 0) {
            return null;
        }
        long millis =
                Duration.between(workSince, state.isEnd() ? changedAt : now).toMillis();
        return millis < MILLIS ? null : done() / (millis / MILLIS);
    }

    /** How long the stage takes yet; null where that is not known or nothing is left. */
    public @Nullable Duration remaining(Instant now) {
        Double rate = rate(now);
        Long total = total();
        return state != stage || state.isEnd() || rate == null || total == null || total <= done()
                ? null
                : Duration.ofSeconds(Math.round((total - done()) / rate));
    }
}
