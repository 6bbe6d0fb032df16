package vn.dancu.bus.desk.console.report;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dancu.bus.desk.console.ConsolePage;
import vn.dancu.bus.kernel.Role;

@Configuration(proxyBeanMethods = false)
class ReportPageWiring {

    @Bean
    ConsolePage reportPage() {
        return new ConsolePage(
                "/desk/reports",
                "report.title",
                ConsolePage.Section.OVERSIGHT,
                15,
                Set.of(Role.OPERATOR, Role.INSPECTOR));
    }
}
