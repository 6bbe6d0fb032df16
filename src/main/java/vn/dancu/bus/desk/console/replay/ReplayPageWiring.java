package vn.dancu.bus.desk.console.replay;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dancu.bus.desk.console.ConsolePage;
import vn.dancu.bus.kernel.Role;

@Configuration(proxyBeanMethods = false)
class ReplayPageWiring {

    @Bean
    ConsolePage deadLettersPage() {
        return new ConsolePage(
                "/desk/dead-letters",
                "letter.title",
                ConsolePage.Section.MESSAGES,
                40,
                Set.of(Role.OPERATOR, Role.INSPECTOR));
    }

    @Bean
    ConsolePage replaysPage() {
        return new ConsolePage(
                "/desk/replays",
                "replay.title",
                ConsolePage.Section.MESSAGES,
                50,
                Set.of(Role.OPERATOR, Role.APPROVER, Role.INSPECTOR));
    }
}
