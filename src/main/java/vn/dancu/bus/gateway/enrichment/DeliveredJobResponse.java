package vn.dancu.bus.gateway.enrichment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.enrichment.EnrichmentJob;

/** A job as its source sees it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeliveredJobResponse(
        UUID id,
        @JsonProperty("nguon") String source,
        @JsonProperty("vanBan") String document,
        @JsonProperty("trangThai") String state,
        @JsonProperty("giaiDoan") String stage,
        @JsonProperty("thoiDiemNhan") Instant receivedAt,
        @JsonProperty("thoiDiemThayDoi") Instant changedAt,
        String sha256,
        @JsonProperty("soKhaiBao") @Nullable Long declared,
        @JsonProperty("soDaDoc") long staged,
        @JsonProperty("soDaXuLy") long worked,
        @JsonProperty("ketQua") Map<String, Long> counts,
        @JsonProperty("theoSoCu") long byReplaced,
        @JsonProperty("tocDo") @Nullable Long rate,
        @JsonProperty("conLai") @Nullable Long remainingSeconds,
        @JsonProperty("nguyenNhan") @Nullable CauseDocument cause,
        @JsonProperty("coTepKetQua") boolean hasResult) {

    /** Why it does not go on. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CauseDocument(
            @JsonProperty("maLoi") String code,
            @JsonProperty("goiY") @Nullable String hint,
            @JsonProperty("dong") @Nullable Long line) {}

    static DeliveredJobResponse of(EnrichmentJob job, Instant now) {
        Double rate = job.rate(now);
        Duration remaining = job.remaining(now);
        return new DeliveredJobResponse(
                job.id(),
                job.source().value(),
                job.document(),
                job.state().code(),
                job.stage().code(),
                job.receivedAt(),
                job.changedAt(),
                job.content().sha256(),
                job.declared(),
                job.staged(),
                job.worked(),
                counts(job),
                job.counts().byReplaced(),
                rate == null ? null : Math.round(rate),
                remaining == null ? null : remaining.toSeconds(),
                cause(job.cause()),
                job.result() != null);
    }

    private static Map<String, Long> counts(EnrichmentJob job) {
        Map<String, Long> counts = new TreeMap<>();
        job.counts().byOutcome().forEach((outcome, count) -> counts.put(outcome.code(), count));
        return counts;
    }

    private static @Nullable CauseDocument cause(EnrichmentJob.@Nullable Cause cause) {
        return cause == null
                ? null
                : new CauseDocument(
                        cause.code(),
                        cause.hint() == null || cause.hint().isEmpty() ? null : cause.hint(),
                        cause.line() == 0 ? null : cause.line());
    }
}
