package vn.dancu.bus.audit.evidence;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.audit.EvidenceSettings;
import vn.dancu.bus.audit.PersonHash;
import vn.dancu.bus.kernel.MasterKey;
import vn.dancu.bus.kernel.SecretBox;

@Configuration(proxyBeanMethods = false)
class EvidenceWiring {

    /** A full batch is found after at most so long. */
    private static final Duration GLANCE = Duration.ofSeconds(1);

    @Bean
    EvidenceMetrics evidenceMetrics(MeterRegistry registry, Clock clock) {
        return new EvidenceMetrics(registry, clock);
    }

    @Bean
    JdbcSealKeys sealKeys(MasterKey masterKey, Clock clock) {
        return new JdbcSealKeys(SecretBox.forUse(masterKey.bytes(), "audit/seal"), clock);
    }

    @Bean
    @DependsOnDatabaseInitialization
    JdbcRounds auditSealing(
            DataSource dataSource, JdbcSealKeys keys, EvidenceSettings settings, EvidenceMetrics metrics, Clock clock) {
        Duration every = settings.sealEvery();
        JdbcSealing sealing = new JdbcSealing(new JdbcSealer(dataSource, keys, clock), metrics, every);
        return new JdbcRounds(
                "dancu-audit-seal", every.compareTo(GLANCE) < 0 ? every : GLANCE, sealing, metrics::sealFailed);
    }

    @Bean
    @DependsOnDatabaseInitialization
    @ConditionalOnProperty("dancu.audit.time-stamp-url")
    JdbcRounds auditTimeStamping(
            DataSource dataSource, EvidenceSettings settings, EvidenceMetrics metrics, Clock clock) {
        TimeStamps authority = new TimeStamps(String.valueOf(settings.timeStampUrl()));
        return new JdbcRounds(
                "dancu-audit-stamp",
                settings.sealEvery(),
                new JdbcTimeStamping(dataSource, authority, clock),
                metrics::stampFailed);
    }

    @Bean
    @DependsOnDatabaseInitialization
    Evidence evidence(
            JdbcTemplate jdbc, PlatformTransactionManager transactions, JdbcSealKeys keys, Acts acts, Clock clock) {
        return new JdbcEvidence(jdbc, new TransactionTemplate(transactions), keys, acts, clock);
    }

    @Bean
    @DependsOnDatabaseInitialization
    Holds legalHolds(
            JdbcTemplate jdbc, PlatformTransactionManager transactions, MasterKey masterKey, Acts acts, Clock clock) {
        SecretBox box = SecretBox.forUse(masterKey.bytes(), PersonHash.USE);
        return new JdbcHolds(jdbc, new TransactionTemplate(transactions), box, acts, clock);
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
            DataSource dataSource,
            PlatformTransactionManager transactions,
            EvidenceSettings settings,
            Acts acts,
            Clock clock) {
        Path folder = settings.archive().folder();
        Path key = settings.archive().publicKey();
        JdbcArchive archive = folder == null || key == null ? null : new JdbcArchive(dataSource, folder, key, clock);
        return new JdbcRetention(jdbc, new TransactionTemplate(transactions), settings, archive, acts, clock);
    }

    @Bean
    JdbcRounds auditUpkeep(JdbcRetention retention, EvidenceSettings settings, EvidenceMetrics metrics) {
        return new JdbcRounds("dancu-audit-upkeep", settings.upkeepEvery(), retention, metrics::upkeepFailed);
    }
}
