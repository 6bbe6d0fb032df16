package vn.dancu.bus.partner.suspension;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.partner.PartnerSettings;
import vn.dancu.bus.partner.calendar.WorkingDays;
import vn.dancu.bus.partner.notice.Notices;

@Configuration(proxyBeanMethods = false)
class SuspensionWiring {

    private static final Duration LAPSE_LOOK_INTERVAL = Duration.ofSeconds(30);

    @Bean
    Grounds grounds(PartnerSettings settings) {
        return Grounds.read(settings.grounds().getDescription(), text(settings.grounds()));
    }

    @Bean
    SuspensionNotifier suspensionTelling(Acts acts, Notices notices, ApplicationEventPublisher rooms) {
        return new SuspensionNotifier(acts, notices, rooms::publishEvent);
    }

    @Bean
    UrgentSuspensions urgentSuspensions(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            Grounds grounds,
            WorkingDays days,
            SuspensionNotifier notifier,
            PartnerSettings settings,
            Clock clock) {
        return new UrgentSuspensions(
                new JdbcSuspensions(jdbc),
                new GroundRules(grounds, days),
                notifier,
                new TransactionTemplate(transactions),
                settings.lapseNoticeAhead(),
                clock);
    }

    @Bean
    Gauge lapsingSuspensions(MeterRegistry registry, UrgentSuspensions urgent) {
        return Gauge.builder("dancu.partner.suspensions.lapsing", urgent::waiting)
                .description("Urgent suspensions that lapse soon unless they are confirmed in writing")
                .register(registry);
    }

    @Bean
    SchedulingConfigurer lapseNotices(UrgentSuspensions urgent) {
        return tasks -> tasks.addFixedDelayTask(urgent::writeNotices, LAPSE_LOOK_INTERVAL);
    }

    @Bean
    Suspensions suspensions(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            Grounds grounds,
            WorkingDays days,
            SuspensionNotifier notifier,
            UrgentSuspensions urgent,
            Clock clock) {
        JdbcSuspensions store = new JdbcSuspensions(jdbc);
        return new SuspensionWorkflow(
                store,
                new DualControl(new JdbcProposals(jdbc), store, notifier, clock),
                urgent,
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
