package vn.dancu.bus.feed.event;

import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.AuditSettings;
import vn.dancu.bus.audit.relay.EventRelay;
import vn.dancu.bus.audit.relay.EventRelays;
import vn.dancu.bus.audit.relay.EventTopic;
import vn.dancu.bus.feed.ChangeFeed;
import vn.dancu.bus.feed.FeedSettings;
import vn.dancu.bus.feed.SubjectHash;
import vn.dancu.bus.feed.follow.FollowRights;

@Configuration(proxyBeanMethods = false)
class FeedEventWiring {

    private static final Duration DELETION_LOOK = Duration.ofHours(1);

    @Bean
    @DependsOnDatabaseInitialization
    EventRelay changeRelay(EventRelays relays, DataSource dataSource, FeedSettings settings, AuditSettings kafka) {
        EventTopic topic = new EventTopic(
                "citizen-changed",
                "Sự kiện thay đổi của công dân, theo thứ tự, đến Kafka; chỉ chạy ở bản dẫn đầu."
                        + " Events that citizens changed, in order, to Kafka; runs only on the instance that leads.",
                settings.topic(),
                settings.topicPartitions(),
                kafka);
        return relays.relay(topic, JdbcUnsentChanges.on(dataSource), "dancu.feed");
    }

    @Bean
    ChangeFeed changeFeed(JdbcTemplate jdbc, FollowRights rights, Clock clock) {
        return new JdbcChangeFeed(jdbc, rights, clock);
    }

    @Bean
    SchedulingConfigurer changeSequence(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            SubjectHash hash,
            EventRelay changeRelay,
            FeedSettings settings,
            Clock clock) {
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        ChangeSequencer sequencer =
                new ChangeSequencer(new JdbcSequencer(jdbc, transaction, hash, clock), changeRelay::wake);
        JdbcEventRetention retention = new JdbcEventRetention(jdbc, transaction, settings.keep(), clock);
        return tasks -> {
            tasks.addFixedDelayTask(sequencer::run, settings.look());
            tasks.addFixedDelayTask(retention::run, DELETION_LOOK);
        };
    }
}
