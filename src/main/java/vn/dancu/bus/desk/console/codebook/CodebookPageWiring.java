package vn.dancu.bus.desk.console.codebook;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dancu.bus.desk.console.ConsolePage;
import vn.dancu.bus.kernel.Role;

@Configuration(proxyBeanMethods = false)
class CodebookPageWiring {

    @Bean
    ConsolePage codebooksPage() {
        return new ConsolePage(
                "/desk/codebooks",
                "codebook.title",
                ConsolePage.Section.SYSTEM,
                35,
                Set.of(Role.OPERATOR, Role.APPROVER, Role.POLICY_MANAGER, Role.INSPECTOR));
    }
}
