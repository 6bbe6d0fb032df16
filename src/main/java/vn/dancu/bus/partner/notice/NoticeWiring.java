package vn.dancu.bus.partner.notice;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
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

    @Bean
    JdbcNotices notices(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            NoticePost post,
            ObjectMapper json,
            Clock clock) {
        return new JdbcNotices(jdbc, new TransactionTemplate(transactions), post, json, clock);
    }

    @Bean
    NoticeRoutes noticeRoutes(JdbcNotices notices) {
        return new NoticeRoutes(NoticeRoutes.SOURCE, new NoticeSteps(notices));
    }

    @Bean
    SchedulingConfigurer noticeTasks(
            JdbcNotices notices,
            JdbcTemplate jdbc,
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
        return tasks -> {
            tasks.addFixedDelayTask(expiries::foretell, settings.noticeSweep());
            tasks.addFixedDelayTask(notices::postUnsent, settings.noticeSweep());
        };
    }
}
