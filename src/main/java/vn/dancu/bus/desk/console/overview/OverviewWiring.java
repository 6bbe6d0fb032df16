package vn.dancu.bus.desk.console.overview;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import vn.dancu.bus.audit.evidence.retention.ContentKeys;
import vn.dancu.bus.audit.evidence.retention.LegalHolds;
import vn.dancu.bus.desk.console.ConsolePage;
import vn.dancu.bus.desk.home.PartStates;
import vn.dancu.bus.enrichment.difference.Differences;
import vn.dancu.bus.expiry.Expiries;
import vn.dancu.bus.ledger.traffic.Traffic;
import vn.dancu.bus.partner.Partners;
import vn.dancu.bus.partner.connection.Connections;
import vn.dancu.bus.partner.suspension.Suspensions;
import vn.dancu.bus.policy.PolicyDrafts;
import vn.dancu.bus.replay.DeadLetters;
import vn.dancu.bus.replay.Replays;
import vn.dancu.bus.shelf.Bundles;

@Configuration(proxyBeanMethods = false)
class OverviewWiring {

    @Bean
    ConsolePage overviewPage() {
        return new ConsolePage("/desk", "overview.title", ConsolePage.Section.TODAY, 0, ConsolePage.EVERYBODY);
    }

    @Bean
    TrafficReader trafficReader(Traffic traffic, Clock clock) {
        return new TrafficReader(traffic, clock);
    }

    @Bean
    AlarmReader alarmReader(PartStates parts, MeterRegistry registry, List<ConsolePage> pages) {
        return new AlarmReader(parts, registry, pages);
    }

    @Bean
    UpkeepTaskReader upkeepTaskReader(
            DeadLetters letters,
            Expiries expiries,
            Bundles bundles,
            ContentKeys keys,
            LegalHolds holds,
            PolicyDrafts drafts,
            Differences differences,
            Clock clock) {
        return new UpkeepTaskReader(letters, expiries, bundles, keys, holds, drafts, differences, clock);
    }

    @Bean
    SchedulingConfigurer upkeepCounts(UpkeepTaskReader upkeep) {
        return tasks -> tasks.addFixedDelayTask(upkeep::count, UpkeepTaskReader.COUNT_INTERVAL);
    }

    @Bean
    TaskReader taskReader(
            Connections connections,
            Suspensions suspensions,
            Replays replays,
            Partners partners,
            UpkeepTaskReader upkeep,
            Clock clock) {
        return new TaskReader(connections, suspensions, replays, partners, upkeep, clock);
    }
}
