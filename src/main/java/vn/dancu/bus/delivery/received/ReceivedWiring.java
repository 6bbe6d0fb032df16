package vn.dancu.bus.delivery.received;

import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import vn.dancu.bus.delivery.DeliverySettings;

@Configuration(proxyBeanMethods = false)
class ReceivedWiring {

    private static final Duration SWEEP_INTERVAL = Duration.ofHours(1);

    @Bean
    JdbcReceivedMessages receivedMessages(JdbcTemplate jdbc, DeliverySettings settings, Clock clock) {
        return new JdbcReceivedMessages(jdbc, settings.keep(), clock);
    }

    @Bean
    SchedulingConfigurer receivedSweeps(JdbcReceivedMessages received) {
        return tasks -> tasks.addFixedDelayTask(received::sweep, SWEEP_INTERVAL);
    }
}
