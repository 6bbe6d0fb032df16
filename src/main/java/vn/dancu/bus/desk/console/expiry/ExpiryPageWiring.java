package vn.dancu.bus.desk.console.expiry;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dancu.bus.desk.console.ConsolePage;
import vn.dancu.bus.kernel.Role;

@Configuration(proxyBeanMethods = false)
class ExpiryPageWiring {

    @Bean
    ConsolePage expiryPage() {
        return new ConsolePage(
                "/desk/certificates",
                "expiry.title",
                ConsolePage.Section.SYSTEM,
                20,
                Set.of(Role.OPERATOR, Role.INSPECTOR));
    }
}
