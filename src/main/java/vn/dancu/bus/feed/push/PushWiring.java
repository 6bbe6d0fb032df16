package vn.dancu.bus.feed.push;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.delivery.Outbox;
import vn.dancu.bus.feed.ChangeFeed;
import vn.dancu.bus.feed.FeedSettings;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.partner.Partners;

@Configuration(proxyBeanMethods = false)
class PushWiring {

    @Bean
    SchedulingConfigurer changePushes(
            FeedSettings settings,
            Partners partners,
            ChangeFeed feed,
            Outbox outbox,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions) {
        ChangePusher pusher = new ChangePusher(
                settings.push().stream().map(PartnerId::new).toList(),
                partners,
                feed,
                new JdbcPushes(jdbc),
                outbox,
                new TransactionTemplate(transactions));
        return tasks -> {
            if (!settings.push().isEmpty()) {
                tasks.addFixedDelayTask(pusher::run, settings.look());
            }
        };
    }
}
