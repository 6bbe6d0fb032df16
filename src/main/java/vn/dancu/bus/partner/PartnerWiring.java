package vn.dancu.bus.partner;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.kernel.Changed;
import vn.dancu.bus.kernel.MasterKey;
import vn.dancu.bus.kernel.SecretBox;

@Configuration(proxyBeanMethods = false)
class PartnerWiring {

    @Bean
    RefreshedPartners partners(
            JdbcTemplate jdbc,
            Clock clock,
            MasterKey masterKey,
            PartnerSettings settings,
            ObjectProvider<KnownDialects> dialects) {
        RefreshedPartners partners = new RefreshedPartners(
                new JdbcPartners(jdbc, clock),
                SecretBox.forUse(masterKey.bytes(), "partner/secret"),
                dialects.getIfAvailable(() -> dialect -> true));
        partners.start(settings.refresh());
        return partners;
    }

    @Bean
    ApplicationListener<PayloadApplicationEvent<Changed>> partnerChanges(RefreshedPartners partners) {
        return event -> {
            if (event.getPayload().concerns("partner")) {
                partners.refreshOrKeep();
            }
        };
    }
}
