package vn.dancu.bus.desk.console.diagnostics;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;
import vn.dancu.bus.desk.console.ConsolePage;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.shelf.Bundles;

@Configuration(proxyBeanMethods = false)
class DiagnosticsPageWiring {

    @Bean
    ConsolePage diagnosticsPage() {
        return new ConsolePage(
                "/desk/diagnostics", "diagnostics.title", ConsolePage.Section.SYSTEM, 50, Set.of(Role.OPERATOR));
    }

    @Bean(initMethod = "attach", destroyMethod = "detach")
    RecentLog recentLog() {
        return new RecentLog();
    }

    @Bean
    DiagnosticsBundle diagnosticsBundle(
            ObjectProvider<BuildProperties> build,
            ConfigurableEnvironment environment,
            HealthEndpoint health,
            Bundles bundles,
            MeterRegistry metrics,
            RecentLog log,
            Clock clock) {
        String version =
                build.stream().map(BuildProperties::getVersion).findFirst().orElse("-");
        return new DiagnosticsBundle(version, environment, health, bundles, metrics, log, clock);
    }
}
