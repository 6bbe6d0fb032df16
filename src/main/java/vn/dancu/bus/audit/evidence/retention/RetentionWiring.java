package vn.dancu.bus.audit.evidence.retention;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.audit.DataDeletion;
import vn.dancu.bus.audit.EvidenceSettings;
import vn.dancu.bus.audit.KeptQuestions;
import vn.dancu.bus.audit.PersonHash;
import vn.dancu.bus.audit.content.ContentSeal;
import vn.dancu.bus.audit.evidence.RetriedTask;
import vn.dancu.bus.audit.evidence.TrailReader;
import vn.dancu.bus.job.Job;
import vn.dancu.bus.job.JobSource;
import vn.dancu.bus.kernel.MasterKey;
import vn.dancu.bus.kernel.SecretBox;

@Configuration(proxyBeanMethods = false)
class RetentionWiring {

    @Bean
    @DependsOnDatabaseInitialization
    LegalHolds legalHolds(
            JdbcTemplate jdbc, PlatformTransactionManager transactions, MasterKey masterKey, Acts acts, Clock clock) {
        SecretBox box = SecretBox.forUse(masterKey.bytes(), PersonHash.USE);
        return new JdbcLegalHolds(jdbc, new TransactionTemplate(transactions), box, acts, clock);
    }

    @Bean
    @DependsOnDatabaseInitialization
    ContentKeys contentKeys(JdbcTemplate jdbc, PlatformTransactionManager transactions, Acts acts, Clock clock) {
        return new JdbcContentKeys(jdbc, new TransactionTemplate(transactions), acts, clock);
    }

    @Bean
    @DependsOnDatabaseInitialization
    JdbcRetention retention(
            JdbcTemplate jdbc,
            TrailReader trail,
            PlatformTransactionManager transactions,
            EvidenceSettings settings,
            Acts acts,
            Clock clock) {
        return new JdbcRetention(
                jdbc,
                new TransactionTemplate(transactions),
                settings,
                archiveWriter(trail, settings, clock),
                acts,
                clock);
    }

    @Bean
    @DependsOnDatabaseInitialization
    KeptQuestions keptQuestions(
            JdbcTemplate jdbc, PlatformTransactionManager transactions, ContentSeal seal, Clock clock) {
        return new JdbcKeptQuestions(jdbc, new TransactionTemplate(transactions), seal, clock);
    }

    @Bean
    @DependsOnDatabaseInitialization
    DataDeletion dataDeletion(JdbcTemplate jdbc, PlatformTransactionManager transactions, Acts acts) {
        return new JdbcDataDeletion(jdbc, new TransactionTemplate(transactions), acts);
    }

    private static @Nullable ArchiveWriter archiveWriter(TrailReader trail, EvidenceSettings settings, Clock clock) {
        Path folder = settings.archive().folder();
        Path key = settings.archive().publicKey();
        return folder == null || key == null ? null : new ArchiveWriter(trail, folder, key, clock);
    }

    @Bean
    JobSource archiveJobs(JdbcRetention retention) {
        return most -> retention.archives().stream()
                .sorted(Comparator.comparing(Retention.Archived::archivedAt).reversed())
                .limit(most)
                .map(file -> new Job(
                        Job.Kind.ARCHIVE,
                        file.file(),
                        file.file(),
                        null,
                        file.archivedAt(),
                        file.archivedAt(),
                        Job.State.DONE,
                        Job.Unit.RECORDS,
                        file.records(),
                        file.records(),
                        "/desk/retention"))
                .toList();
    }

    @Bean
    SchedulingConfigurer auditRetention(JdbcRetention retention, EvidenceSettings settings, MeterRegistry registry) {
        Counter failed = Counter.builder("dancu.audit.upkeep.failed")
                .description("Times months or archive could not be kept up")
                .register(registry);
        RetriedTask task = new RetriedTask(
                () -> {
                    retention.maintain();
                    return true;
                },
                failed::increment);
        return tasks -> tasks.addFixedDelayTask(task, settings.upkeepEvery());
    }
}
