package vn.dancu.bus.enrichment.provenance;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.audit.PersonHash;
import vn.dancu.bus.kernel.MasterKey;
import vn.dancu.bus.kernel.SecretBox;

@Configuration(proxyBeanMethods = false)
class ProvenanceWiring {

    @Bean
    GroupOrigins groupOrigins(JdbcTemplate jdbc) {
        return new JdbcGroupOrigins(jdbc);
    }

    @Bean
    EnrichedRecords enrichedRecords(
            GroupOrigins groups, Acts acts, MasterKey masterKey, PlatformTransactionManager transactions) {
        SecretBox box = SecretBox.forUse(masterKey.bytes(), PersonHash.USE);
        return new RecordedEnrichedRecords(groups, acts, box, new TransactionTemplate(transactions));
    }
}
