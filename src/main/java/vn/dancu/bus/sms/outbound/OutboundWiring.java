package vn.dancu.bus.sms.outbound;

import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.delivery.Deliveries;
import vn.dancu.bus.delivery.Outbox;
import vn.dancu.bus.kernel.MasterKey;
import vn.dancu.bus.kernel.SecretBox;
import vn.dancu.bus.sms.OutboundTexts;
import vn.dancu.bus.sms.SmsSettings;
import vn.dancu.bus.sms.SubscriberHash;

@Configuration(proxyBeanMethods = false)
class OutboundWiring {

    private static final Duration SWEEP = Duration.ofSeconds(5);

    @Bean
    SubscriberHash subscriberHash(MasterKey master) {
        return new SubscriberHash(SecretBox.forUse(master.bytes(), "sms/subscriber"));
    }

    @Bean
    OutboundTexts outboundTexts(Outbox outbox, SubscriberHash hash, SmsSettings settings, Clock clock) {
        return new TextOutbox(outbox, hash, settings, clock);
    }

    @Bean
    JdbcUnanswered unansweredParts(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            Outbox outbox,
            SubscriberHash hash,
            SmsSettings settings,
            Clock clock) {
        return new JdbcUnanswered(jdbc, new TransactionTemplate(transactions), outbox, hash, settings, clock);
    }

    @Bean
    SubmissionJournal submissionJournal(JdbcTemplate jdbc, JdbcUnanswered unanswered, Clock clock) {
        return new SubmissionJournal(new JdbcSubmissions(jdbc, clock), unanswered);
    }

    @Bean
    SchedulingConfigurer submissionSweep(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            Deliveries deliveries,
            JdbcUnanswered unanswered,
            SmsSettings settings,
            Clock clock) {
        JdbcSubmissionSweep sweep = new JdbcSubmissionSweep(
                jdbc, new TransactionTemplate(transactions), deliveries, unanswered, settings, clock);
        return tasks -> tasks.addFixedDelayTask(sweep::run, SWEEP);
    }
}
