package vn.dancu.bus.ledger.book;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.ledger.Balances;
import vn.dancu.bus.ledger.LedgerSettings;
import vn.dancu.bus.ledger.RoomBook;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LedgerSettings.class)
class BookWiring {

    private static final Duration WATCH_INTERVAL = Duration.ofSeconds(30);

    @Bean
    EntryBook doorLedger(Clock clock) {
        return new EntryBook(clock);
    }

    @Bean
    JdbcLedgerCounts ledgerCounts(
            JdbcTemplate jdbc, PlatformTransactionManager transactions, LedgerSettings settings, Clock clock) {
        return new JdbcLedgerCounts(jdbc, new TransactionTemplate(transactions), settings.missingAfter(), clock);
    }

    @Bean
    Balances balances(JdbcLedgerCounts counts, List<RoomBook> books) {
        return new WholeBalances(counts, books);
    }

    @Bean
    LedgerKeeper ledgerKeeper(
            EntryBook book,
            JdbcLedgerCounts counts,
            Balances balances,
            LedgerSettings settings,
            ApplicationEventPublisher rooms,
            MeterRegistry registry,
            Clock clock) {
        return new LedgerKeeper(book, counts, balances, settings, rooms::publishEvent, registry, clock);
    }

    @Bean
    SchedulingConfigurer ledgerRounds(LedgerKeeper keeper, LedgerSettings settings) {
        return tasks -> {
            tasks.addFixedDelayTask(keeper::flush, settings.flush());
            tasks.addFixedDelayTask(keeper::watch, WATCH_INTERVAL);
        };
    }
}
