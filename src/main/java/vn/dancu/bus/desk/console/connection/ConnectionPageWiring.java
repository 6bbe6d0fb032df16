package vn.dancu.bus.desk.console.connection;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dancu.bus.desk.console.ConsolePage;
import vn.dancu.bus.kernel.Role;

@Configuration(proxyBeanMethods = false)
class ConnectionPageWiring {

    @Bean
    ConsolePage connectionPage() {
        return new ConsolePage(
                "/desk/connections",
                "connection.title",
                ConsolePage.Section.SYSTEM,
                10,
                Set.of(Role.OPERATOR, Role.INSPECTOR));
    }
}
