package vn.dancu.bus.sms.inbound;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.kernel.MasterKey;
import vn.dancu.bus.kernel.SecretBox;
import vn.dancu.bus.sms.InboundTexts;
import vn.dancu.bus.sms.OutboundTexts;
import vn.dancu.bus.sms.SmsSettings;
import vn.dancu.bus.sms.SubscriberHash;
import vn.dancu.bus.sms.TextAnswerer;
import vn.dancu.bus.sms.outbound.Submissions;

@Configuration(proxyBeanMethods = false)
class InboundWiring {

    private static final Duration SWEEP = Duration.ofSeconds(5);
    private static final Duration COUNT = Duration.ofSeconds(15);

    @Bean
    TextSignal textSignal() {
        return new TextSignal();
    }

    @Bean
    InboundMetrics inboundMetrics(MeterRegistry registry) {
        return new InboundMetrics(registry);
    }

    @Bean
    TextSeal textSeal(MasterKey master) {
        return new TextSeal(SecretBox.forUse(master.bytes(), "sms/text"));
    }

    @Bean
    DeliveredMessageReader deliveredMessageReader(SmsSettings settings, SubscriberHash hash, TextSeal seal) {
        return new DeliveredMessageReader(settings, hash, seal);
    }

    @Bean
    JdbcTakes smsTakes(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            TextSeal seal,
            DeliveredMessageReader reader,
            Submissions submissions,
            SmsSettings settings,
            Clock clock) {
        JdbcParts parts = new JdbcParts(jdbc, seal, reader, clock);
        return new JdbcTakes(jdbc, new TransactionTemplate(transactions), parts, submissions, settings, clock);
    }

    @Bean
    TakeQueue smsTakeQueue(JdbcTakes takes, TextSignal signal, InboundMetrics metrics) {
        return new TakeQueue(takes, signal, metrics);
    }

    @Bean
    JdbcInboundTexts inboundTextRows(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            TextSeal seal,
            OutboundTexts out,
            SmsSettings settings,
            Clock clock) {
        return new JdbcInboundTexts(jdbc, new TransactionTemplate(transactions), seal, out, settings, clock);
    }

    @Bean
    EndQueue smsEndQueue(JdbcInboundTexts rows, TextSignal signal, InboundMetrics metrics) {
        return new EndQueue(rows, signal, metrics);
    }

    /** The room that answers comes after this one, and may ask for its outbox. */
    @Bean
    InboundTexts inboundTexts(
            DeliveredMessageReader reader,
            TakeQueue takes,
            EndQueue ends,
            JdbcInboundTexts rows,
            TextSignal signal,
            TrafficGauges gauges,
            ObjectProvider<TextAnswerer> answerers) {
        return new DurableInboundTexts(reader, takes, ends, rows, signal, gauges, answerers::getIfAvailable);
    }

    @Bean
    TrafficGauges trafficGauges(JdbcInboundTexts rows, MeterRegistry registry) {
        return new TrafficGauges(rows, registry);
    }

    @Bean
    SchedulingConfigurer inboundSweep(
            JdbcTemplate jdbc, JdbcTakes takes, TrafficGauges gauges, SmsSettings settings, Clock clock) {
        JdbcInboundSweep sweep = new JdbcInboundSweep(jdbc, takes, settings, clock);
        return tasks -> {
            tasks.addFixedDelayTask(sweep::run, SWEEP);
            tasks.addFixedDelayTask(gauges::count, COUNT);
        };
    }
}
