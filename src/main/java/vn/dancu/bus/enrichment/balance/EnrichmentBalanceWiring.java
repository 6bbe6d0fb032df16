package vn.dancu.bus.enrichment.balance;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.audit.evidence.EvidenceSigner;
import vn.dancu.bus.delivery.ClaimChecks;

@Configuration(proxyBeanMethods = false)
class EnrichmentBalanceWiring {

    @Bean
    JobSheets jobSheets(JdbcTemplate jdbc, ClaimChecks claims, EvidenceSigner signer, Clock clock) {
        return new JdbcJobSheets(jdbc, claims, signer, clock);
    }
}
