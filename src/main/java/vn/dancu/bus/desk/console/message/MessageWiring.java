package vn.dancu.bus.desk.console.message;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dancu.bus.desk.console.ConsolePage;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.partner.Partners;

@Configuration(proxyBeanMethods = false)
class MessageWiring {

    @Bean
    EventWords eventWords(Partners partners) {
        return new EventWords(partners);
    }

    @Bean
    ConsolePage messagesPage() {
        return new ConsolePage(
                "/desk/messages",
                "message.title",
                ConsolePage.Section.MESSAGES,
                0,
                Set.of(Role.OPERATOR, Role.INSPECTOR));
    }
}
