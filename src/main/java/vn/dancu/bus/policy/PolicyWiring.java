package vn.dancu.bus.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
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
    PolicyFileReading policyFileReading(
            ObjectProvider<KnownServices> services, ObjectProvider<KnownDialects> dialects, Environment environment) {
        return new PolicyFileReading(
                new GrantReading(services.getIfAvailable()),
                dialects.getIfAvailable(() -> dialect -> true),
                environment::getProperty);
    }

    @Bean
    Publishing publishing(PolicyFileReading reading, Enrolments enrolments, JdbcPolicies store, MasterKey masterKey) {
        return new Publishing(reading, enrolments, store, SecretBox.forUse(masterKey.bytes(), "policy/seed"));
    }

    /** The file is loaded before anything can be asked. */
    @Bean
    RefreshedPolicy refreshedPolicy(JdbcPolicies store, Publishing publishing, PolicySettings settings) {
        Resource file = settings.file();
        if (file != null) {
            publishing.publish(file.getDescription(), content(file));
        }
        RefreshedPolicy policy = new RefreshedPolicy(store);
        policy.start(settings.refresh());
        return policy;
    }

    @Bean
    Quotas quotas(DataSource dataSource, JdbcTemplate migrated, Clock clock, PolicySettings settings) {
        return new Quotas(new JdbcQuotaUse(dataSource, settings.leaseTimeout()), clock, settings);
    }

    @Bean
    AccessPolicy accessPolicy(Partners partners, RefreshedPolicy policy, Quotas quotas) {
        return new Deciding(partners, policy, quotas);
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
            throw new UncheckedIOException("dancu.policy.file must name a readable file: " + file.getDescription(), e);
        }
    }
}
