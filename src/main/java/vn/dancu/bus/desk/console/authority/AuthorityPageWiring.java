package vn.dancu.bus.desk.console.authority;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dancu.bus.desk.console.ConsolePage;

@Configuration(proxyBeanMethods = false)
class AuthorityPageWiring {

    @Bean
    ConsolePage authoritiesPage() {
        return new ConsolePage(
                "/desk/authorities", "authority.title", ConsolePage.Section.PARTNERS, 10, ConsolePage.EVERYBODY);
    }
}
