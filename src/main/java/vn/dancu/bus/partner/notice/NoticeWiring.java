package vn.dancu.bus.partner.notice;

import java.time.Clock;
import java.time.Duration;
import org.apache.camel.ProducerTemplate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.partner.PartnerSettings;

@Configuration(proxyBeanMethods = false)
class NoticeWiring {

    private static final Duration SENDING_INTERVAL = Duration.ofSeconds(1);

    @Bean
    JdbcNotices notices(JdbcTemplate jdbc, Clock clock) {
        return new JdbcNotices(jdbc, clock);
    }

    @Bean
    NoticeRoutes noticeRoutes() {
        return new NoticeRoutes();
    }

    @Bean
    SchedulingConfigurer noticeTasks(
            JdbcNotices notices,
            JdbcTemplate jdbc,
            ProducerTemplate routes,
            PlatformTransactionManager transactions,
            Acts acts,
            PartnerSettings settings,
            Clock clock) {
        ExpiryNotifier expiries = new ExpiryNotifier(
                new JdbcExpiries(jdbc),
                notices,
                acts,
                new TransactionTemplate(transactions),
                settings.noticeAhead(),
                clock);
        NoticeSender sender = new NoticeSender(notices, new NoticeSteps(routes));
        return tasks -> {
            tasks.addFixedDelayTask(sender::sendAll, SENDING_INTERVAL);
            tasks.addFixedDelayTask(expiries::foretell, settings.noticeSweep());
        };
    }
}
