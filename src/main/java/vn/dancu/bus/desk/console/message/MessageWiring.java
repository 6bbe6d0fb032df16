package vn.dancu.bus.desk.console.message;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dancu.bus.desk.console.ConsolePage;
import vn.dancu.bus.kernel.Role;

@Configuration(proxyBeanMethods = false)
class MessageWiring {

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
