package vn.dancu.bus.enrichment.difference;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.audit.PersonHash;
import vn.dancu.bus.enrichment.EnrichmentSources;
import vn.dancu.bus.enrichment.merge.AcceptedMerge;
import vn.dancu.bus.enrichment.provenance.GroupOrigins;
import vn.dancu.bus.kernel.MasterKey;
import vn.dancu.bus.kernel.SecretBox;
import vn.dancu.bus.partner.Partners;

@Configuration(proxyBeanMethods = false)
class DifferenceWiring {

    private final JdbcTemplate jdbc;
    private final JdbcDecisions decisions;
    private final TransactionTemplate transaction;

    DifferenceWiring(JdbcTemplate jdbc, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.decisions = new JdbcDecisions(jdbc, clock);
        this.transaction = new TransactionTemplate(transactions);
    }

    @Bean
    Differences differences(
            EnrichmentSources sources,
            AcceptedMerge merge,
            GroupOrigins groups,
            Partners partners,
            Acts acts,
            MasterKey masterKey) {
        JdbcDifferences rows = new JdbcDifferences(jdbc, sources);
        return new DecisionWorkflow(
                rows,
                decisions,
                new JdbcComparison(jdbc, groups),
                new JdbcDecisionLines(jdbc, transaction),
                new DecidedMerge(merge, rows, decisions, sources, partners),
                new DecisionActs(acts, SecretBox.forUse(masterKey.bytes(), PersonHash.USE)),
                transaction);
    }
}
