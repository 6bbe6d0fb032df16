package vn.dancu.bus.expiry;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.SchedulingConfigurer;

@Configuration(proxyBeanMethods = false)
class ExpiryWiring {

    private static final Duration LOOK = Duration.ofMinutes(5);

    @Bean
    Expiries expiries(List<ExpirySource> sources, Clock clock) {
        return new Expiries(sources, clock);
    }

    @Bean
    SchedulingConfigurer expiryLooks(Expiries expiries, MeterRegistry meters) {
        ExpiryMetrics metrics = new ExpiryMetrics(expiries, meters);
        return tasks -> tasks.addFixedDelayTask(metrics::look, LOOK);
    }
}
