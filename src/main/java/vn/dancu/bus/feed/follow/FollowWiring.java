package vn.dancu.bus.feed.follow;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.audit.PersonHash;
import vn.dancu.bus.feed.FeedSettings;
import vn.dancu.bus.feed.Follows;
import vn.dancu.bus.feed.SubjectHash;
import vn.dancu.bus.kernel.MasterKey;
import vn.dancu.bus.kernel.SecretBox;
import vn.dancu.bus.partner.Partners;
import vn.dancu.bus.policy.AccessPolicy;
import vn.dancu.bus.policy.Explanations;
import vn.dancu.bus.policy.FollowLists;
import vn.dancu.bus.register.PopulationRegister;
import vn.dancu.bus.register.RegisterSettings;

@Configuration(proxyBeanMethods = false)
class FollowWiring {

    @Bean
    SubjectHash subjectHash(MasterKey key) {
        return new SubjectHash(key.bytes());
    }

    @Bean
    FollowRights followRights(
            AccessPolicy policy, Explanations explanations, Partners partners, RegisterSettings register) {
        return new FollowRights(policy, explanations, partners, register);
    }

    @Bean
    JdbcFollows followTables(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        return new JdbcFollows(jdbc, new TransactionTemplate(transactions));
    }

    @Bean
    FollowList.Records followRecords(FollowLists lists, SubjectHash subjects, MasterKey key, Acts acts) {
        return new FollowList.Records(lists, subjects, SecretBox.forUse(key.bytes(), PersonHash.USE), acts);
    }

    @Bean
    Follows follows(
            FollowRights rights,
            PopulationRegister register,
            JdbcFollows tables,
            FollowList.Records records,
            FeedSettings settings,
            Clock clock) {
        return new FollowList(rights, register, tables, records, settings, clock);
    }
}
