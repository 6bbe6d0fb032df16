package vn.dancu.bus.policy.version;

import java.io.IOException;
import java.time.Clock;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.kernel.Changed;
import vn.dancu.bus.kernel.MasterKey;
import vn.dancu.bus.kernel.SecretBox;
import vn.dancu.bus.partner.Enrolments;
import vn.dancu.bus.partner.Partners;
import vn.dancu.bus.policy.PolicySettings;
import vn.dancu.bus.policy.PolicyVersions;
import vn.dancu.bus.policy.Purposes;
import vn.dancu.bus.policy.file.GrantReader;
import vn.dancu.bus.policy.file.PolicyFileReader;

@Configuration(proxyBeanMethods = false)
class VersionWiring {

    @Bean
    JdbcPolicies policyStore(JdbcTemplate jdbc, PlatformTransactionManager transactions, Clock clock) {
        return new JdbcPolicies(jdbc, new TransactionTemplate(transactions), clock);
    }

    @Bean
    PolicyFileLoader policyFileLoader(
            PolicyFileReader reader, Enrolments enrolments, JdbcPolicies store, MasterKey masterKey, Acts acts) {
        return new PolicyFileLoader(
                reader, enrolments, store, SecretBox.forUse(masterKey.bytes(), "policy/seed"), acts);
    }

    /** The file is loaded before anything can be asked. */
    @Bean
    PolicyCache policyCache(JdbcPolicies store, JdbcTemplate jdbc, PolicyFileLoader loader, PolicySettings settings)
            throws IOException {
        Resource file = settings.file();
        if (file != null) {
            loader.publish(file.getDescription(), file.getContentAsByteArray());
        }
        PolicyCache policy = new PolicyCache(store, new JdbcSnapshots(jdbc));
        policy.refresh();
        return policy;
    }

    @Bean
    SchedulingConfigurer policyRefresh(PolicyCache policy, PolicySettings settings) {
        return tasks -> tasks.addFixedDelayTask(policy::refreshOrKeep, settings.refresh());
    }

    @Bean
    DraftEditor policyDrafts(
            JdbcPolicies store,
            JdbcTemplate jdbc,
            GrantReader reader,
            Partners partners,
            Acts acts,
            Clock clock,
            PolicyCache policy) {
        return new DraftEditor(store, new JdbcDrafts(jdbc), reader, partners, acts, clock, policy::refreshOrKeep);
    }

    @Bean
    PolicyVersions policyVersions(JdbcPolicies store, Purposes purposes) {
        return new PolicyVersionQuery(store, purposes);
    }

    @Bean
    ApplicationListener<PayloadApplicationEvent<Changed>> policyChanges(PolicyCache policy) {
        return event -> {
            if (event.getPayload().concerns("policy")) {
                policy.refreshOrKeep();
            }
        };
    }
}
