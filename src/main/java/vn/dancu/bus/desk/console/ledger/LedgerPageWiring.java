package vn.dancu.bus.desk.console.ledger;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dancu.bus.desk.console.ConsolePage;
import vn.dancu.bus.kernel.Role;

@Configuration(proxyBeanMethods = false)
class LedgerPageWiring {

    @Bean
    ConsolePage ledgerPage() {
        return new ConsolePage(
                "/desk/ledger",
                "ledger.title",
                ConsolePage.Section.OVERSIGHT,
                10,
                Set.of(Role.OPERATOR, Role.INSPECTOR));
    }
}
