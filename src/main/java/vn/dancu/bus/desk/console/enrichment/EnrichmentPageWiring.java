package vn.dancu.bus.desk.console.enrichment;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dancu.bus.desk.console.ConsolePage;
import vn.dancu.bus.kernel.Role;

@Configuration(proxyBeanMethods = false)
class EnrichmentPageWiring {

    private static final Set<Role> READERS = Set.of(Role.OPERATOR, Role.APPROVER, Role.INSPECTOR);

    @Bean
    ConsolePage enrichmentJobsPage() {
        return new ConsolePage("/desk/enrichment-jobs", "enrichment.title", ConsolePage.Section.MESSAGES, 60, READERS);
    }

    @Bean
    ConsolePage differencesPage() {
        return new ConsolePage("/desk/differences", "difference.title", ConsolePage.Section.MESSAGES, 70, READERS);
    }
}
