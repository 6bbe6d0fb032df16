package vn.dancu.bus.desk.console.overview;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import vn.dancu.bus.desk.console.ConsolePage;
import vn.dancu.bus.desk.home.PartStates;
import vn.dancu.bus.partner.connection.Connections;
import vn.dancu.bus.partner.suspension.Suspensions;
import vn.dancu.bus.replay.Replays;

@Configuration(proxyBeanMethods = false)
class OverviewWiring {

    @Bean
    ConsolePage overviewPage() {
        return new ConsolePage("/desk", "overview.title", ConsolePage.Section.TODAY, 0, ConsolePage.EVERYBODY);
    }

    @Bean
    TrafficHistory trafficHistory(MeterRegistry registry, Clock clock) {
        return new TrafficHistory(registry, clock);
    }

    @Bean
    SchedulingConfigurer trafficSamples(TrafficHistory history) {
        return tasks -> tasks.addFixedRateTask(history::sample, TrafficHistory.STEP);
    }

    @Bean
    AlarmReader alarmReader(PartStates parts, MeterRegistry registry, List<ConsolePage> pages) {
        return new AlarmReader(parts, registry, pages);
    }

    @Bean
    TaskReader taskReader(Connections connections, Suspensions suspensions, Replays replays, Clock clock) {
        return new TaskReader(connections, suspensions, replays, clock);
    }
}
