package vn.dancu.bus.desk.console.policy;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dancu.bus.desk.console.ConsolePage;
import vn.dancu.bus.kernel.Role;

@Configuration(proxyBeanMethods = false)
class PolicyPageWiring {

    @Bean
    ConsolePage policyPage() {
        return new ConsolePage(
                "/desk/policy",
                "policy.title",
                ConsolePage.Section.PARTNERS,
                30,
                Set.of(Role.POLICY_MANAGER, Role.APPROVER, Role.OPERATOR, Role.INSPECTOR));
    }
}
