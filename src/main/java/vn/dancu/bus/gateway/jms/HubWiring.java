package vn.dancu.bus.gateway.jms;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dancu.bus.partner.Partners;

@Configuration(proxyBeanMethods = false)
class HubWiring {

    /** The one bean that route files may call, by the room's name. */
    @Bean("gateway")
    HubSteps hubSteps(Partners partners, JmsSettings settings, Clock clock) {
        return new HubSteps(partners, settings, clock);
    }
}
