package vn.dancu.bus.desk.console.suspension;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dancu.bus.desk.console.ConsolePage;

@Configuration(proxyBeanMethods = false)
class SuspensionPageWiring {

    @Bean
    ConsolePage suspensionsPage() {
        return new ConsolePage(
                "/desk/suspensions", "suspension.title", ConsolePage.Section.PARTNERS, 20, ConsolePage.EVERYBODY);
    }
}
