package vn.dancu.bus.document.ledger;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.delivery.ClaimChecks;
import vn.dancu.bus.document.Documents;

@Configuration(proxyBeanMethods = false)
class LedgerWiring {

    @Bean
    DocumentLedger documentLedger(JdbcTemplate jdbc, Clock clock) {
        return new JdbcDocumentLedger(jdbc, clock);
    }

    @Bean
    ResultChunks resultChunks(JdbcTemplate jdbc, ClaimChecks claims) {
        return new JdbcResultChunks(jdbc, claims);
    }

    @Bean
    Documents documents(JdbcTemplate jdbc) {
        return new JdbcDocuments(jdbc);
    }
}
