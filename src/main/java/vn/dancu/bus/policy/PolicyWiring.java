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
    GrantReading grantReading(ObjectProvider<KnownServices> services, Purposes purposes) {
        return new GrantReading(services.getIfAvailable(), purposes);
    }

    @Bean
    PolicyFileReading policyFileReading(
            GrantReading grants, ObjectProvider<KnownDialects> dialects, Environment environment) {
        return new PolicyFileReading(grants, dialects.getIfAvailable(() -> dialect -> true), environment::getProperty);
    }

    @Bean
    Publishing publishing(
            PolicyFileReading reading, Enrolments enrolments, JdbcPolicies store, MasterKey masterKey, Acts acts) {
        return new Publishing(reading, enrolments, store, SecretBox.forUse(masterKey.bytes(), "policy/seed"), acts);
    }

    @Bean
    JdbcOwn ownRightsStore(JdbcTemplate jdbc) {
        return new JdbcOwn(jdbc);
    }

    /** The file is loaded before anything can be asked. */
    @Bean
    RefreshedPolicy refreshedPolicy(JdbcPolicies store, JdbcOwn own, Publishing publishing, PolicySettings settings) {
        Resource file = settings.file();
        if (file != null) {
            publishing.publish(file.getDescription(), content(file));
        }
        RefreshedPolicy policy = new RefreshedPolicy(store, own);
        policy.start(settings.refresh());
        return policy;
    }

    @Bean
    Quotas quotas(DataSource dataSource, JdbcTemplate migrated, Clock clock, PolicySettings settings) {
        return new Quotas(new JdbcQuotaUse(dataSource, settings.leaseTimeout()), clock, settings);
    }

    @Bean
    Following followLists(
            JdbcPolicies store,
            JdbcOwn own,
            DataSource dataSource,
            PolicySettings settings,
            MasterKey masterKey,
            Acts acts,
            Clock clock) {
        return new Following(
                store,
                own,
                new JdbcRelationships(dataSource, settings.leaseTimeout()),
                SecretBox.forUse(masterKey.bytes(), "policy/relationship"),
                acts,
                clock);
    }

    @Bean
    AccessPolicy accessPolicy(
            Partners partners, RefreshedPolicy policy, Quotas quotas, Following following, Clock clock) {
        return new Deciding(partners, policy, quotas, following, clock);
    }

    @Bean
    Drafting policyDrafts(
            JdbcPolicies store,
            JdbcTemplate jdbc,
            GrantReading reading,
            Partners partners,
            Acts acts,
            Clock clock,
            RefreshedPolicy policy) {
        return new Drafting(store, new JdbcDrafts(jdbc), reading, partners, acts, clock, policy::refreshOrKeep);
    }

    @Bean
    PolicyVersions policyVersions(JdbcPolicies store, Purposes purposes) {
        return new Reading(store, purposes);
    }

    @Bean
    Explanations explanations(
            Partners partners, RefreshedPolicy policy, Drafting drafts, Quotas quotas, Purposes purposes, Clock clock) {
        return new Explaining(partners, policy, drafts, quotas, purposes, clock);
    }

    @Bean
    OwnRights ownRights(JdbcPolicies store, JdbcOwn own, RefreshedPolicy policy, Acts acts, Clock clock) {
        return new Registering(store, own, policy, acts, clock);
    }

    @Bean
    ApplicationListener<PayloadApplicationEvent<Changed>> policyChanges(RefreshedPolicy policy) {
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
