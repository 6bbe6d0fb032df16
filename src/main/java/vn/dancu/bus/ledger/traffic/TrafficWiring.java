package vn.dancu.bus.ledger.traffic;

import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.SchedulingConfigurer;

@Configuration(proxyBeanMethods = false)
class TrafficWiring {

    private static final Duration PURGE_INTERVAL = Duration.ofMinutes(5);

    @Bean
    TrafficBook trafficMeter(Clock clock) {
        return new TrafficBook(clock);
    }

    @Bean
    JdbcTraffic traffic(JdbcTemplate jdbc) {
        return new JdbcTraffic(jdbc);
    }

    @Bean(destroyMethod = "flush")
    TrafficKeeper trafficKeeper(TrafficBook book, JdbcTraffic traffic, Clock clock) {
        return new TrafficKeeper(book, traffic, clock);
    }

    @Bean
    SchedulingConfigurer trafficRounds(TrafficKeeper keeper) {
        return tasks -> {
            tasks.addFixedDelayTask(keeper::flush, Traffic.DELAY);
            tasks.addFixedDelayTask(keeper::purge, PURGE_INTERVAL);
        };
    }
}
