package vn.dancu.bus.partner.notice;

import java.time.Clock;
import org.apache.camel.ProducerTemplate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.partner.PartnerSettings;

@Configuration(proxyBeanMethods = false)
class NoticeWiring {

    @Bean
    JdbcNotices notices(JdbcTemplate jdbc, Clock clock) {
        return new JdbcNotices(jdbc, clock);
    }

    @Bean
    NoticeRoutes noticeRoutes() {
        return new NoticeRoutes();
    }

    @Bean
    NoticeScheduler noticeRounds(
            JdbcNotices notices,
            JdbcTemplate jdbc,
            ProducerTemplate routes,
            PlatformTransactionManager transactions,
            Acts acts,
            PartnerSettings settings,
            Clock clock) {
        ExpiryNotifier foretelling = new ExpiryNotifier(
                new JdbcExpiries(jdbc),
                notices,
                acts,
                new TransactionTemplate(transactions),
                settings.noticeAhead(),
                clock);
        return new NoticeScheduler(
                new NoticeSender(notices, new NoticeSteps(routes)), foretelling, settings.noticeSweep());
    }
}
