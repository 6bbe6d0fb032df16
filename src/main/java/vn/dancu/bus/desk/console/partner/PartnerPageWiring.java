package vn.dancu.bus.desk.console.partner;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dancu.bus.desk.console.ConsolePage;
import vn.dancu.bus.partner.Partners;
import vn.dancu.bus.partner.conformance.ConformanceResults;
import vn.dancu.bus.partner.connection.Connections;
import vn.dancu.bus.partner.credential.Credentials;
import vn.dancu.bus.partner.notice.Notices;
import vn.dancu.bus.partner.suspension.Suspensions;

@Configuration(proxyBeanMethods = false)
class PartnerPageWiring {

    @Bean
    ConsolePage partnersPage() {
        return new ConsolePage(
                "/desk/partners", "partner.title", ConsolePage.Section.PARTNERS, 0, ConsolePage.EVERYBODY);
    }

    @Bean
    PartnerPageModel partnerPageModel(
            Partners partners,
            Connections connections,
            Credentials credentials,
            Notices notices,
            Suspensions suspensions,
            ConformanceResults conformance,
            Clock clock) {
        return new PartnerPageModel(partners, connections, credentials, notices, suspensions, conformance, clock);
    }
}
