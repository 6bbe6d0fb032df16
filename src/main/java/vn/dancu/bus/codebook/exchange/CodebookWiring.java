package vn.dancu.bus.codebook.exchange;

import java.time.Clock;
import java.time.Duration;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.catalogue.CatalogueExchange;
import vn.dancu.bus.codebook.CodebookSettings;
import vn.dancu.bus.codebook.Codebooks;
import vn.dancu.bus.codebook.platform.PlatformClient;
import vn.dancu.bus.http.client.HttpConnections;
import vn.dancu.bus.http.client.PoolSettings;
import vn.dancu.bus.kernel.Changed;

@Configuration(proxyBeanMethods = false)
class CodebookWiring {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    @Bean
    JdbcCodebooks codebookStore(JdbcTemplate jdbc) {
        return new JdbcCodebooks(jdbc);
    }

    @Bean
    JdbcCodebookJournal codebookJournal(JdbcTemplate jdbc) {
        return new JdbcCodebookJournal(jdbc);
    }

    /** Lists that were taken over before are in use before the first question. */
    @Bean
    CodebookCache codebookCache(JdbcCodebooks store, CatalogueExchange catalogues) {
        CodebookCache cache = new CodebookCache(store, catalogues);
        cache.refresh();
        return cache;
    }

    @Bean
    Codebooks codebooks(
            CodebookSettings settings,
            JdbcCodebooks store,
            JdbcCodebookJournal journal,
            CodebookCache cache,
            Acts acts,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new CodebookEditor(settings, store, journal, cache, acts, new TransactionTemplate(transactions), clock);
    }

    @Bean
    CodebookPuller codebookPuller(
            CodebookSettings settings,
            JdbcCodebooks store,
            JdbcCodebookJournal journal,
            ListTaker taker,
            CodebookCache cache,
            HttpConnections connections,
            Clock clock) {
        PoolSettings pool = new PoolSettings(
                settings.sslBundle(),
                1,
                CONNECT_TIMEOUT,
                settings.deadline(),
                settings.deadline(),
                settings.answerLimit().toBytes());
        return new CodebookPuller(
                settings,
                store,
                journal,
                taker,
                () -> new PlatformClient(settings, connections.client("codebook/platform", pool)),
                cache::refreshOrKeep,
                clock);
    }

    @Bean
    ListTaker listTaker(
            CodebookSettings settings,
            JdbcCodebooks store,
            JdbcCodebookJournal journal,
            CatalogueExchange catalogues,
            Acts acts,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new ListTaker(
                store,
                journal,
                new ListBaseline(catalogues.original()),
                acts,
                new TransactionTemplate(transactions),
                clock,
                settings.mostChanged());
    }

    @Bean
    SchedulingConfigurer codebookTasks(CodebookCache cache, CodebookPuller puller, CodebookSettings settings) {
        return tasks -> {
            tasks.addFixedDelayTask(cache::refreshOrKeep, settings.refresh());
            if (settings.isOn()) {
                tasks.addFixedDelayTask(puller::pullIfDue, settings.refresh());
            }
        };
    }

    @Bean
    ApplicationListener<PayloadApplicationEvent<Changed>> codebookChanges(CodebookCache cache) {
        return event -> {
            if (event.getPayload().concerns("codebook")) {
                cache.refreshOrKeep();
            }
        };
    }
}
