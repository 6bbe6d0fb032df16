package vn.dancu.bus.audit.evidence;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.audit.EvidenceSettings;
import vn.dancu.bus.expiry.ExpiringItem;
import vn.dancu.bus.expiry.ExpirySource;
import vn.dancu.bus.job.Job;
import vn.dancu.bus.job.JobSource;
import vn.dancu.bus.kernel.MasterKey;
import vn.dancu.bus.kernel.SecretBox;
import vn.dancu.bus.probe.ConnectionSource;
import vn.dancu.bus.signing.TimeStampAuthority;
import vn.dancu.bus.signing.TimeStampConnection;

@Configuration(proxyBeanMethods = false)
class EvidenceWiring {

    private static final int SEALS_LISTED = 3;

    /** Longest time until a full batch is noticed; each look reads the positions of what is not sealed yet. */
    private static final Duration MAX_SEAL_CHECK = Duration.ofSeconds(2);

    @Bean
    EvidenceMetrics evidenceMetrics(MeterRegistry registry, Clock clock) {
        return new EvidenceMetrics(registry, clock);
    }

    @Bean
    JdbcSealKeys sealKeys(JdbcTemplate jdbc, MasterKey masterKey, Clock clock) {
        return new JdbcSealKeys(jdbc, SecretBox.forUse(masterKey.bytes(), "audit/seal"), clock);
    }

    @Bean
    @DependsOnDatabaseInitialization
    SchedulingConfigurer auditSealing(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            JdbcSealKeys keys,
            EvidenceSettings settings,
            EvidenceMetrics metrics,
            Clock clock) {
        Duration interval = settings.sealEvery();
        JdbcSealTask sealing = new JdbcSealTask(
                new JdbcSealer(jdbc, new TransactionTemplate(transactions), keys, clock), metrics, interval);
        RetriedTask task = new RetriedTask(sealing::run, metrics::sealFailed);
        return tasks ->
                tasks.addFixedDelayTask(task, interval.compareTo(MAX_SEAL_CHECK) < 0 ? interval : MAX_SEAL_CHECK);
    }

    @Bean
    @DependsOnDatabaseInitialization
    @ConditionalOnProperty("dancu.audit.time-stamp-url")
    SchedulingConfigurer auditTimeStamping(
            JdbcTemplate jdbc, EvidenceSettings settings, EvidenceMetrics metrics, Clock clock) {
        TimeStampAuthority authority = new TimeStampAuthority(String.valueOf(settings.timeStampUrl()));
        JdbcTimeStampTask stamping = new JdbcTimeStampTask(jdbc, authority, clock);
        RetriedTask task = new RetriedTask(stamping::run, metrics::stampFailed);
        return tasks -> tasks.addFixedDelayTask(task, settings.sealEvery());
    }

    @Bean
    JobSource sealJobs(Evidence evidence) {
        return most -> evidence.newestSeals(Long.MAX_VALUE, Math.min(most, SEALS_LISTED)).stream()
                .map(seal -> new Job(
                        Job.Kind.SEAL,
                        Long.toString(seal.number()),
                        Long.toString(seal.number()),
                        null,
                        seal.sealedAt(),
                        seal.sealedAt(),
                        Job.State.DONE,
                        Job.Unit.RECORDS,
                        seal.records(),
                        (long) seal.records(),
                        "/desk/evidence"))
                .toList();
    }

    @Bean
    ExpirySource sealKeyExpiries(JdbcSealKeys keys) {
        return () -> keys.all().stream()
                .map(key -> new ExpiringItem(
                        "key/seal-" + key.number(),
                        ExpiringItem.Kind.KEY,
                        null,
                        "audit.seal_key " + key.number(),
                        null,
                        null,
                        key.madeAt(),
                        null))
                .toList();
    }

    @Bean
    ConnectionSource timeStampConnection(EvidenceSettings settings) {
        return new TimeStampConnection("time-stamp", settings.timeStampUrl());
    }

    @Bean
    TrailReader trailReader(JdbcTemplate jdbc) {
        return new JdbcTrailReader(jdbc);
    }

    @Bean
    @DependsOnDatabaseInitialization
    Evidence evidence(
            TrailReader trail, PlatformTransactionManager transactions, JdbcSealKeys keys, Acts acts, Clock clock) {
        return new JdbcEvidence(trail, new TransactionTemplate(transactions), keys, acts, clock);
    }
}
