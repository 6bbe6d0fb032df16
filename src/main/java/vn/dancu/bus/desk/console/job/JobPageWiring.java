package vn.dancu.bus.desk.console.job;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dancu.bus.desk.console.ConsolePage;
import vn.dancu.bus.kernel.Role;

@Configuration(proxyBeanMethods = false)
class JobPageWiring {

    @Bean
    ConsolePage jobPage() {
        return new ConsolePage(
                "/desk/jobs", "job.title", ConsolePage.Section.SYSTEM, 30, Set.of(Role.OPERATOR, Role.INSPECTOR));
    }
}
