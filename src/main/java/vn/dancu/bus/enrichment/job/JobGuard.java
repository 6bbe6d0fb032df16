package vn.dancu.bus.enrichment.job;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dancu.bus.enrichment.EnrichmentJob;
import vn.dancu.bus.enrichment.EnrichmentSource;
import vn.dancu.bus.enrichment.EnrichmentSources;
import vn.dancu.bus.inquiry.UnexpectedFailure;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.LogKeys;
import vn.dancu.bus.partner.Partner;
import vn.dancu.bus.partner.Partners;

/** Says why a job may not go on now, and for how long. */
final class JobGuard {

    private static final Logger LOGGER = LoggerFactory.getLogger(JobGuard.class);

    /** How often it is looked whether a suspended partner may deliver again. */
    private static final Duration SUSPENDED_PAUSE = Duration.ofSeconds(10);

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final int DOUBLINGS = 9;

    private final EnrichmentSources sources;
    private final Partners partners;
    private final JdbcJobLedger ledger;

    JobGuard(EnrichmentSources sources, Partners partners, JdbcJobLedger ledger) {
        this.sources = sources;
        this.partners = partners;
        this.ledger = ledger;
    }

    /** The source of the job; empty where it may not go on, and is held. */
    Optional<EnrichmentSource> admit(WorkedJob job) {
        Optional<ErrorCode> objection =
                partners.find(job.authority()).map(Partner::objection).orElse(Optional.of(ErrorCode.PARTNER_UNKNOWN));
        if (objection.isPresent()) {
            ledger.holds(
                    job, "suspended", cause(objection.get(), job.authority().value(), null), SUSPENDED_PAUSE);
            return Optional.empty();
        }
        Optional<EnrichmentSource> source = sources.find(job.source());
        if (source.isEmpty() || source.get().profile(job.profile()).isEmpty()) {
            ledger.holds(
                    job,
                    "waiting",
                    cause(ErrorCode.RESOURCE_UNKNOWN, job.source().value(), null),
                    SUSPENDED_PAUSE);
            return Optional.empty();
        }
        return source;
    }

    /** Holds the job after a failure, the longer the more often it failed. */
    void holds(WorkedJob job, Throwable failure) {
        UUID occurrence = UUID.randomUUID();
        ErrorCode code = JdbcFailureCodes.of(failure);
        LOGGER.atWarn()
                .addKeyValue(LogKeys.OCCURRENCE, occurrence)
                .addKeyValue(LogKeys.ERROR_CODE, code)
                .addKeyValue(LogKeys.CAUSE, UnexpectedFailure.describe(failure))
                .log("An enrichment job cannot go on and waits");
        Duration pause = Duration.ofSeconds(1L << Math.min(job.failures(), DOUBLINGS));
        ledger.holds(
                job,
                "waiting",
                cause(code, null, occurrence),
                pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
    }

    private static EnrichmentJob.Cause cause(ErrorCode code, @Nullable String hint, @Nullable UUID occurrence) {
        return new EnrichmentJob.Cause(code.code(), hint, 0, occurrence);
    }
}
