package vn.dancu.bus.partner.notice;

import jakarta.jms.ConnectionFactory;
import java.time.Clock;
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
    Rounds noticeRounds(
            JdbcNotices notices,
            JdbcTemplate jdbc,
            ConnectionFactory connections,
            PlatformTransactionManager transactions,
            Acts acts,
            PartnerSettings settings,
            Clock clock) {
        Foretelling foretelling = new Foretelling(
                new JdbcExpiries(jdbc),
                notices,
                acts,
                new TransactionTemplate(transactions),
                settings.noticeAhead(),
                clock);
        return new Rounds(new Sending(notices, new NoticeQueue(connections)), foretelling, settings.noticeSweep());
    }
}
