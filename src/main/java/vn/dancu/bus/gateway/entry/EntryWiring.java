package vn.dancu.bus.gateway.entry;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import vn.dancu.bus.ledger.DoorLedger;

@Configuration(proxyBeanMethods = false)
class EntryWiring {

    /** Before the guard, so that what the guard refuses is counted too. */
    @Bean
    FilterRegistrationBean<LedgerFilter> ledgerFilter(DoorLedger ledger) {
        var registration = new FilterRegistrationBean<>(new LedgerFilter(ledger));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}
