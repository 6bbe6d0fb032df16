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
import vn.dancu.bus.delivery.Deliveries;
import vn.dancu.bus.document.DocumentSettings;
import vn.dancu.bus.document.Documents;
import vn.dancu.bus.document.SetAsideDocuments;
import vn.dancu.bus.job.JobSource;
import vn.dancu.bus.ledger.RoomBook;

@Configuration(proxyBeanMethods = false)
class LedgerWiring {

    private static final Duration SWEEP_INTERVAL = Duration.ofHours(1);
    private static final Duration UNFETCHED_MARGIN = Duration.ofDays(1);

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
    JobSource listJobs(JdbcTemplate jdbc) {
        return new JdbcListJobs(jdbc);
    }

    @Bean
    Documents documents(JdbcTemplate jdbc) {
        return new JdbcDocuments(jdbc);
    }

    @Bean
    RoomBook documentBook(JdbcTemplate jdbc, Deliveries deliveries) {
        return new JdbcDocumentBook(jdbc, deliveries);
    }

    @Bean
    SetAsideDocuments setAsideDocuments(JdbcTemplate jdbc, DocumentStore store, Clock clock) {
        return new JdbcSetAsideDocuments(jdbc, store, clock);
    }

    @Bean
    JdbcUnfetchedItems unfetchedItems(JdbcTemplate jdbc, DocumentSettings settings, Clock clock) {
        Duration longest =
                settings.giveUp().compareTo(settings.fetchGiveUp()) > 0 ? settings.giveUp() : settings.fetchGiveUp();
        return new JdbcUnfetchedItems(jdbc, longest.multipliedBy(2).plus(UNFETCHED_MARGIN), clock);
    }

    @Bean
    SchedulingConfigurer setAsideSweeps(
            JdbcTemplate jdbc,
            DocumentStore store,
            JdbcUnfetchedItems unfetched,
            DocumentSettings settings,
            Clock clock) {
        JdbcSetAside aside = new JdbcSetAside(jdbc, store.claims(), store.transaction(), settings.keepRefused(), clock);
        return tasks -> {
            tasks.addFixedDelayTask(aside::sweep, SWEEP_INTERVAL);
            tasks.addFixedDelayTask(unfetched::sweep, SWEEP_INTERVAL);
        };
    }

    @Bean
    SchedulingConfigurer documentCounts(Documents documents, UnfetchedItems items, MeterRegistry registry) {
        DocumentGauges gauges = new DocumentGauges(documents, items, registry);
        return tasks -> tasks.addTriggerTask(gauges::count, DocumentGauges::next);
    }
}
