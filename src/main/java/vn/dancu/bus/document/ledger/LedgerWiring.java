package vn.dancu.bus.document.ledger;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.delivery.ClaimChecks;
import vn.dancu.bus.document.DocumentSettings;
import vn.dancu.bus.document.Documents;
import vn.dancu.bus.document.SetAsideDocuments;

@Configuration(proxyBeanMethods = false)
class LedgerWiring {

    private static final Duration COUNT_INTERVAL = Duration.ofSeconds(15);
    private static final Duration SWEEP_INTERVAL = Duration.ofHours(1);

    @Bean
    DocumentStore documentStore(
            JdbcTemplate jdbc, ClaimChecks claims, PlatformTransactionManager transactions, Clock clock) {
        return new DocumentStore(
                new JdbcDocumentLedger(jdbc, clock),
                new JdbcResultChunks(jdbc, claims),
                claims,
                new TransactionTemplate(transactions));
    }

    @Bean
    Documents documents(JdbcTemplate jdbc) {
        return new JdbcDocuments(jdbc);
    }

    @Bean
    SetAsideDocuments setAsideDocuments(JdbcTemplate jdbc, DocumentStore store, Clock clock) {
        return new JdbcSetAsideDocuments(jdbc, store, clock);
    }

    @Bean
    SchedulingConfigurer setAsideSweeps(
            JdbcTemplate jdbc, DocumentStore store, DocumentSettings settings, Clock clock) {
        JdbcSetAside aside = new JdbcSetAside(jdbc, store.claims(), store.transaction(), settings.keepRefused(), clock);
        return tasks -> tasks.addFixedDelayTask(aside::sweep, SWEEP_INTERVAL);
    }

    @Bean
    SchedulingConfigurer documentCounts(Documents documents, MeterRegistry registry) {
        DocumentGauges gauges = new DocumentGauges(documents, registry);
        return tasks -> tasks.addFixedDelayTask(gauges::count, COUNT_INTERVAL);
    }
}
