package vn.dancu.bus.audit.relay;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import javax.sql.DataSource;
import org.apache.camel.ProducerTemplate;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dancu.bus.audit.AuditSettings;

@Configuration(proxyBeanMethods = false)
class RelayWiring {

    @Bean
    @DependsOnDatabaseInitialization
    EventRelay auditRelay(
            DataSource dataSource,
            ProducerTemplate routes,
            EventRoutes eventRoutes,
            AuditSettings settings,
            MeterRegistry registry,
            Clock clock) {
        return new EventRelay(
                new JdbcLeaderLock(dataSource),
                new EventSteps(routes, eventRoutes, settings),
                new RelayMetrics(registry, clock));
    }

    @Bean
    EventRoutes eventRoutes(AuditSettings settings) {
        return new EventRoutes(settings);
    }
}
