package vn.dancu.bus.enrichment.upkeep;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import vn.dancu.bus.audit.DataDeletion;
import vn.dancu.bus.delivery.ClaimChecks;
import vn.dancu.bus.enrichment.EnrichmentJobSettings;

@Configuration(proxyBeanMethods = false)
class EnrichmentUpkeepWiring {

    private static final Duration DELETION = Duration.ofHours(1);
    private static final Duration COUNT = Duration.ofSeconds(30);

    private final JdbcTemplate jdbc;

    EnrichmentUpkeepWiring(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Bean
    JdbcEnrichmentDeletion enrichmentDeletion(
            ClaimChecks claims, DataDeletion deletion, EnrichmentJobSettings settings, Clock clock) {
        return new JdbcEnrichmentDeletion(jdbc, claims, deletion, settings.keep(), clock);
    }

    @Bean
    SchedulingConfigurer enrichmentUpkeep(JdbcEnrichmentDeletion deletion, MeterRegistry registry) {
        JdbcEnrichmentGauges gauges = new JdbcEnrichmentGauges(jdbc, registry);
        return tasks -> {
            tasks.addFixedDelayTask(deletion::run, DELETION);
            tasks.addFixedDelayTask(gauges::count, COUNT);
        };
    }
}
