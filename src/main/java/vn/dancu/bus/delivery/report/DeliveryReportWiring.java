package vn.dancu.bus.delivery.report;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.delivery.ClaimChecks;
import vn.dancu.bus.delivery.DeadDeliveries;
import vn.dancu.bus.delivery.DeliverySettings;
import vn.dancu.bus.delivery.content.MessageSeal;
import vn.dancu.bus.delivery.lane.LaneSignal;
import vn.dancu.bus.partner.Partners;

@Configuration(proxyBeanMethods = false)
class DeliveryReportWiring {

    private static final Duration END_INTERVAL = Duration.ofSeconds(5);
    private static final Duration COUNT_INTERVAL = Duration.ofSeconds(15);
    private static final Duration FORGET_INTERVAL = Duration.ofMinutes(10);

    @Bean
    JdbcDeliveries deliveries(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            Partners partners,
            Acts acts,
            LaneSignal lanes,
            Clock clock) {
        return new JdbcDeliveries(jdbc, new TransactionTemplate(transactions), partners, acts, lanes, clock);
    }

    @Bean
    DeadDeliveries deadDeliveries(JdbcTemplate jdbc, JdbcDeliveries deliveries, MessageSeal seal, ClaimChecks claims) {
        return new JdbcDeadDeliveries(jdbc, deliveries, seal, claims);
    }

    @Bean
    OutboxGauges outboxGauges(JdbcTemplate jdbc, DeliverySettings settings, MeterRegistry registry, Clock clock) {
        return new OutboxGauges(
                new JdbcOutboxCounts(jdbc, clock), settings.channels().keySet(), registry);
    }

    @Bean
    HealthIndicator deliveryHealthIndicator(OutboxGauges gauges, DeliverySettings settings, MeterRegistry registry) {
        StorageGauge storage = new StorageGauge(settings, registry);
        return () -> storage.tell(gauges.health()).build();
    }

    @Bean
    SchedulingConfigurer deliverySweeps(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            Partners partners,
            DeliverySettings settings,
            OutboxGauges gauges,
            Clock clock) {
        JdbcSweep sweep = new JdbcSweep(jdbc, new TransactionTemplate(transactions), partners, settings, clock);
        return tasks -> {
            tasks.addFixedDelayTask(sweep::end, END_INTERVAL);
            tasks.addFixedDelayTask(sweep::forget, FORGET_INTERVAL);
            tasks.addFixedDelayTask(gauges::count, COUNT_INTERVAL);
        };
    }
}
