package vn.dancu.bus.ledger.book;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.ledger.LedgerSettings;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LedgerSettings.class)
class BookWiring {

    private static final Duration WATCH_INTERVAL = Duration.ofSeconds(15);

    @Bean
    EntryBook doorLedger(Clock clock) {
        return new EntryBook(clock);
    }

    @Bean
    JdbcLedgerCounts balances(JdbcTemplate jdbc, PlatformTransactionManager transactions, Clock clock) {
        return new JdbcLedgerCounts(jdbc, new TransactionTemplate(transactions), clock);
    }

    @Bean
    LedgerKeeper ledgerKeeper(
            EntryBook book, JdbcLedgerCounts counts, LedgerSettings settings, MeterRegistry registry, Clock clock) {
        return new LedgerKeeper(book, counts, settings, registry, clock);
    }

    @Bean
    SchedulingConfigurer ledgerRounds(LedgerKeeper keeper, LedgerSettings settings) {
        return tasks -> {
            tasks.addFixedDelayTask(keeper::flush, settings.flush());
            tasks.addFixedDelayTask(keeper::watch, WATCH_INTERVAL);
        };
    }
}
