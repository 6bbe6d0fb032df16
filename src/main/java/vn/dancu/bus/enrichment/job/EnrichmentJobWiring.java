package vn.dancu.bus.enrichment.job;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.batch.QuestionsInFlight;
import vn.dancu.bus.batch.StepLoop;
import vn.dancu.bus.batch.StopSignal;
import vn.dancu.bus.delivery.ClaimChecks;
import vn.dancu.bus.enrichment.EnrichmentJob;
import vn.dancu.bus.enrichment.EnrichmentJobSettings;
import vn.dancu.bus.enrichment.EnrichmentJobs;
import vn.dancu.bus.enrichment.EnrichmentSettings;
import vn.dancu.bus.enrichment.EnrichmentSources;
import vn.dancu.bus.enrichment.balance.JobSheets;
import vn.dancu.bus.enrichment.merge.ChunkMerge;
import vn.dancu.bus.enrichment.merge.ChunkStaging;
import vn.dancu.bus.inquiry.UnexpectedFailure;
import vn.dancu.bus.job.Job;
import vn.dancu.bus.job.JobSource;
import vn.dancu.bus.kernel.LogKeys;
import vn.dancu.bus.partner.Partners;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EnrichmentJobSettings.class)
class EnrichmentJobWiring {

    private static final Logger LOGGER = LoggerFactory.getLogger(EnrichmentJobWiring.class);

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final EnrichmentJobSettings settings;
    private final Clock clock;

    EnrichmentJobWiring(
            JdbcTemplate jdbc, PlatformTransactionManager transactions, EnrichmentJobSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.settings = settings;
        this.clock = clock;
    }

    @Bean
    EnrichmentJobs enrichmentJobs(EnrichmentSources sources, ClaimChecks claims, Acts acts) {
        return new JdbcEnrichmentJobs(jdbc, transaction, sources, claims, acts, settings.chunk(), clock);
    }

    @Bean
    JdbcJobLedger jobLedger() {
        return new JdbcJobLedger(jdbc, clock);
    }

    @Bean
    JobGuard jobGuard(EnrichmentSources sources, Partners partners, JdbcJobLedger ledger) {
        return new JobGuard(sources, partners, ledger);
    }

    @Bean
    JobPace jobPace(QuestionsInFlight questions) {
        return new JobPace(questions, settings.rate(), settings.busyShare());
    }

    @Bean
    StopSignal enrichmentStop() {
        return new StopSignal();
    }

    @Bean
    ChunkStager chunkStager(
            JdbcJobLedger ledger,
            JobGuard guard,
            ChunkStaging staging,
            ClaimChecks claims,
            JobPace pace,
            StopSignal stop,
            EnrichmentSettings files) {
        ChunkStager.Terms terms = new ChunkStager.Terms(files.limits(), settings.lease(), pace, stop);
        return new ChunkStager(ledger, guard, staging, claims, transaction, terms);
    }

    @Bean
    ChunkMerger chunkMerger(
            JdbcJobLedger ledger, JobGuard guard, ChunkMerge merge, ChunkStaging staging, JobPace pace) {
        return new ChunkMerger(ledger, guard, merge, staging, transaction, pace, new JdbcPassedPeople(jdbc));
    }

    @Bean
    JobBalancer jobBalancer(
            JdbcJobLedger ledger,
            JobGuard guard,
            JobSheets sheets,
            ClaimChecks claims,
            ChunkStaging staging,
            Acts acts) {
        JdbcJobSheet rows = new JdbcJobSheet(jdbc, clock);
        return new JobBalancer(ledger, guard, rows, sheets, claims, staging, acts, transaction);
    }

    /** One thread reads files, the other does everything else. */
    @Bean
    StepLoop enrichmentLoop(ChunkStager stager, ChunkMerger merger, JobBalancer balancer, StopSignal stop) {
        List<BooleanSupplier> others =
                List.of(merger::mergeNext, balancer::balanceNext, balancer::certifyNext, balancer::clearNext);
        return new StepLoop(
                "dancu-enrichment",
                List.of(() -> pause(List.of(stager::stageNext)), () -> pause(others)),
                EnrichmentJobWiring::log,
                stop);
    }

    /** One step of each kind; how long to wait where none was left. */
    private Duration pause(List<BooleanSupplier> steps) {
        boolean isWorked = false;
        for (BooleanSupplier step : steps) {
            isWorked |= step.getAsBoolean();
        }
        return isWorked ? Duration.ZERO : settings.look();
    }

    private static void log(RuntimeException failure) {
        LOGGER.atWarn()
                .addKeyValue(LogKeys.CAUSE, UnexpectedFailure.describe(failure))
                .log("Enrichment jobs cannot go on, they are tried again");
    }

    @Bean
    JobSource enrichmentProgress(EnrichmentJobs jobs) {
        return most ->
                jobs.list(null, most).stream().map(EnrichmentJobWiring::shown).toList();
    }

    private static Job shown(EnrichmentJob job) {
        Job.State state =
                switch (job.state()) {
                    case CERTIFIED -> Job.State.DONE;
                    case FAILED -> Job.State.FAILED;
                    case CANCELLED -> Job.State.STOPPED;
                    case PAUSED, SUSPENDED, WAITING -> Job.State.WAITING;
                    default -> Job.State.RUNNING;
                };
        return new Job(
                Job.Kind.ENRICHMENT,
                job.id().toString(),
                job.source() + " " + job.document(),
                job.deliveredBy(),
                job.workSince() == null ? job.receivedAt() : job.workSince(),
                job.state().isEnd() ? job.changedAt() : null,
                state,
                Job.Unit.RECORDS,
                job.done(),
                job.total(),
                "/desk/enrichment-jobs/" + job.id());
    }
}
