package vn.dancu.bus.desk.console.hub;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dancu.bus.desk.console.ConsolePage;
import vn.dancu.bus.kernel.Role;

@Configuration(proxyBeanMethods = false)
class HubPageWiring {

    @Bean
    ConsolePage hubPage() {
        return new ConsolePage(
                "/desk/hub",
                "hub.title",
                ConsolePage.Section.PARTNERS,
                40,
                Set.of(Role.OPERATOR, Role.APPROVER, Role.POLICY_MANAGER, Role.INSPECTOR));
    }
}
