package vn.dancu.bus.document.ledger;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.delivery.ClaimChecks;
import vn.dancu.bus.document.Documents;

@Configuration(proxyBeanMethods = false)
class LedgerWiring {

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
}
