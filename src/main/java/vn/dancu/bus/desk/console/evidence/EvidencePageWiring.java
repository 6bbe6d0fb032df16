package vn.dancu.bus.desk.console.evidence;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dancu.bus.desk.console.ConsolePage;
import vn.dancu.bus.kernel.Role;

@Configuration(proxyBeanMethods = false)
class EvidencePageWiring {

    private static final Set<Role> SEEN_BY = Set.of(Role.INSPECTOR, Role.OPERATOR, Role.APPROVER);

    @Bean
    ConsolePage evidencePage() {
        return new ConsolePage("/desk/evidence", "evidence.title", ConsolePage.Section.OVERSIGHT, 20, SEEN_BY);
    }

    @Bean
    ConsolePage retentionPage() {
        return new ConsolePage("/desk/retention", "retention.title", ConsolePage.Section.OVERSIGHT, 30, SEEN_BY);
    }

    @Bean
    ConsolePage holdsPage() {
        return new ConsolePage("/desk/holds", "hold.title", ConsolePage.Section.OVERSIGHT, 40, SEEN_BY);
    }
}
