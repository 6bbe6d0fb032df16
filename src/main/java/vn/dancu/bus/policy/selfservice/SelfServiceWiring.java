package vn.dancu.bus.policy.selfservice;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.kernel.MasterKey;
import vn.dancu.bus.kernel.SecretBox;
import vn.dancu.bus.policy.OwnRights;
import vn.dancu.bus.policy.PolicySettings;
import vn.dancu.bus.policy.version.PolicyCache;

@Configuration(proxyBeanMethods = false)
class SelfServiceWiring {

    @Bean
    JdbcSelfSettings selfSettings(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        return new JdbcSelfSettings(jdbc, new TransactionTemplate(transactions));
    }

    @Bean
    OwnRights ownRights(JdbcSelfSettings own, PolicyCache policy, Acts acts, Clock clock) {
        return new PartnerSelfService(own, policy, acts, clock);
    }

    @Bean
    FollowListStore followLists(
            JdbcSelfSettings own,
            DataSource dataSource,
            PolicySettings settings,
            MasterKey masterKey,
            Acts acts,
            Clock clock) {
        return new FollowListStore(
                own,
                new JdbcRelationships(dataSource, settings.leaseTimeout()),
                SecretBox.forUse(masterKey.bytes(), "policy/relationship"),
                acts,
                clock);
    }
}
