package vn.dancu.bus.partner.suspension;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.partner.PartnerSettings;
import vn.dancu.bus.partner.calendar.WorkingDays;
import vn.dancu.bus.partner.notice.Notices;

@Configuration(proxyBeanMethods = false)
class SuspensionWiring {

    @Bean
    Grounds grounds(PartnerSettings settings) {
        return Grounds.read(settings.grounds().getDescription(), text(settings.grounds()));
    }

    @Bean
    SuspensionNotifier suspensionTelling(Acts acts, Notices notices, ApplicationEventPublisher rooms) {
        return new SuspensionNotifier(acts, notices, rooms::publishEvent);
    }

    @Bean
    Suspensions suspensions(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            Grounds grounds,
            WorkingDays days,
            SuspensionNotifier notifier,
            Clock clock) {
        JdbcSuspensions store = new JdbcSuspensions(jdbc);
        return new SuspensionWorkflow(
                store,
                new DualControl(new JdbcProposals(jdbc), store, notifier, clock),
                new GroundRules(grounds, days),
                grounds,
                notifier,
                new TransactionTemplate(transactions),
                clock);
    }

    private static String text(Resource file) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "dancu.partner.grounds must name a readable file: " + file.getDescription(), e);
        }
    }
}
