package vn.dancu.bus.audit.trail;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.function.SingletonSupplier;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.audit.AuditSettings;
import vn.dancu.bus.audit.ListedPersons;
import vn.dancu.bus.audit.PersonHash;
import vn.dancu.bus.audit.ReleasedPersons;
import vn.dancu.bus.audit.content.ContentSeal;
import vn.dancu.bus.audit.relay.EventRelay;
import vn.dancu.bus.batch.QuestionsInFlight;
import vn.dancu.bus.kernel.MasterKey;
import vn.dancu.bus.kernel.SecretBox;
import vn.dancu.bus.trace.Traces;

@Configuration(proxyBeanMethods = false)
class TrailWiring {

    private static final Duration CLEANING_INTERVAL = Duration.ofSeconds(5);

    private final MeterRegistry registry;
    private final Traces traces;
    private final Clock clock;

    TrailWiring(MeterRegistry registry, Traces traces, Clock clock) {
        this.registry = registry;
        this.traces = traces;
        this.clock = clock;
    }

    @Bean
    @DependsOnDatabaseInitialization
    GroupCommit auditTrail(
            MasterKey masterKey,
            ContentSeal contentSeal,
            DataSource dataSource,
            AuditSettings settings,
            @Qualifier("auditRelay") ObjectProvider<EventRelay> relay,
            QuestionsInFlight questions) {
        AppendMetrics metrics = new AppendMetrics(registry);
        // Not asked for here: what depends on the relay is stopped before it, and the trail must outlive the doors and
        // the lanes.
        SingletonSupplier<EventRelay> woken = SingletonSupplier.of(relay::getObject);
        return new GroupCommit(
                new EventRowEncoder(SecretBox.forUse(masterKey.bytes(), PersonHash.USE), contentSeal, traces),
                () -> new JdbcEventWriter(dataSource, settings.appendTimeout(), metrics, clock),
                settings,
                metrics,
                questions,
                () -> woken.obtain().wake(),
                traces);
    }

    @Bean
    SchedulingConfigurer onceKeyCleaning(JdbcTemplate jdbc, AuditSettings settings) {
        OnceKeyCleaner cleaner = new OnceKeyCleaner(new JdbcOnceKeys(jdbc), settings.onceWindow(), clock);
        return tasks -> tasks.addFixedDelayTask(cleaner::clean, CLEANING_INTERVAL);
    }

    @Bean
    ReleasedPersons releasedPersons(Acts acts, PlatformTransactionManager manager, MasterKey masterKey) {
        SecretBox box = SecretBox.forUse(masterKey.bytes(), PersonHash.USE);
        return new RecordedPersons(acts, new TransactionTemplate(manager), box);
    }

    @Bean
    ListedPersons listedPersons(JdbcTemplate jdbc, MasterKey masterKey) {
        return new JdbcListedPersons(jdbc, SecretBox.forUse(masterKey.bytes(), PersonHash.USE), clock);
    }

    @Bean
    Acts acts(JdbcTemplate jdbc) {
        return new JdbcActs(jdbc, clock);
    }
}
