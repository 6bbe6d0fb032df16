package vn.dancu.bus.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.kernel.Changed;
import vn.dancu.bus.kernel.MasterKey;
import vn.dancu.bus.kernel.SecretBox;
import vn.dancu.bus.partner.Enrolments;
import vn.dancu.bus.partner.KnownDialects;
import vn.dancu.bus.partner.Partners;

@Configuration(proxyBeanMethods = false)
class PolicyWiring {

    @Bean
    JdbcPolicies policyStore(JdbcTemplate jdbc, PlatformTransactionManager transactions, Clock clock) {
        return new JdbcPolicies(jdbc, new TransactionTemplate(transactions), clock);
    }

    @Bean
    Purposes purposes(PolicySettings settings) {
        Resource file = settings.purposes();
        return Purposes.read(file.getDescription(), new String(content(file), StandardCharsets.UTF_8));
    }

    @Bean
    GrantReader grantReading(ObjectProvider<KnownServices> services, Purposes purposes) {
        return new GrantReader(services.getIfAvailable(), purposes);
    }

    @Bean
    PolicyFileReader policyFileReading(
            GrantReader grants, ObjectProvider<KnownDialects> dialects, Environment environment) {
        return new PolicyFileReader(grants, dialects.getIfAvailable(() -> dialect -> true), environment::getProperty);
    }

    @Bean
    PolicyFileLoader publishing(
            PolicyFileReader reader, Enrolments enrolments, JdbcPolicies store, MasterKey masterKey, Acts acts) {
        return new PolicyFileLoader(
                reader, enrolments, store, SecretBox.forUse(masterKey.bytes(), "policy/seed"), acts);
    }

    @Bean
    JdbcSelfSettings ownRightsStore(JdbcTemplate jdbc) {
        return new JdbcSelfSettings(jdbc);
    }

    /** The file is loaded before anything can be asked. */
    @Bean
    PolicyCache refreshedPolicy(
            JdbcPolicies store, JdbcSelfSettings own, PolicyFileLoader loader, PolicySettings settings) {
        Resource file = settings.file();
        if (file != null) {
            loader.publish(file.getDescription(), content(file));
        }
        PolicyCache policy = new PolicyCache(store, own);
        policy.start(settings.refresh());
        return policy;
    }

    @Bean
    Quotas quotas(DataSource dataSource, JdbcTemplate migrated, Clock clock, PolicySettings settings) {
        return new Quotas(new JdbcQuotaUse(dataSource, settings.leaseTimeout()), clock, settings);
    }

    @Bean
    FollowListStore followLists(
            JdbcPolicies store,
            JdbcSelfSettings own,
            DataSource dataSource,
            PolicySettings settings,
            MasterKey masterKey,
            Acts acts,
            Clock clock) {
        return new FollowListStore(
                store,
                own,
                new JdbcRelationships(dataSource, settings.leaseTimeout()),
                SecretBox.forUse(masterKey.bytes(), "policy/relationship"),
                acts,
                clock);
    }

    @Bean
    AccessPolicy accessPolicy(
            Partners partners, PolicyCache policy, Quotas quotas, FollowListStore followListStore, Clock clock) {
        return new PolicyDecider(partners, policy, quotas, followListStore, clock);
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
    Explanations explanations(
            Partners partners, PolicyCache policy, DraftEditor drafts, Quotas quotas, Purposes purposes, Clock clock) {
        return new DecisionExplainer(partners, policy, drafts, quotas, purposes, clock);
    }

    @Bean
    OwnRights ownRights(JdbcPolicies store, JdbcSelfSettings own, PolicyCache policy, Acts acts, Clock clock) {
        return new PartnerSelfService(store, own, policy, acts, clock);
    }

    @Bean
    ApplicationListener<PayloadApplicationEvent<Changed>> policyChanges(PolicyCache policy) {
        return event -> {
            if (event.getPayload().concerns("policy")) {
                policy.refreshOrKeep();
            }
        };
    }

    private static byte[] content(Resource file) {
        try {
            return file.getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "A setting under dancu.policy must name a readable file: " + file.getDescription(), e);
        }
    }
}
