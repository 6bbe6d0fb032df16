package vn.dancu.bus.gateway.jms;

import java.time.Clock;
import org.apache.camel.processor.errorhandler.RedeliveryPolicy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dancu.bus.partner.Partners;

@Configuration(proxyBeanMethods = false)
class HubWiring {

    private static final long LONGEST_DELAY_MS = 60_000;

    /** The one bean that route files may call, by the room's name. */
    @Bean("gateway")
    HubSteps hubSteps(Partners partners, JmsSettings settings, Clock clock) {
        return new HubSteps(partners, settings, clock);
    }

    /** How often and when a fault of the bus is tried again; a route file cannot hold a duration such as 1s. */
    @Bean
    RedeliveryPolicy hubRedelivery(JmsSettings settings) {
        RedeliveryPolicy policy = new RedeliveryPolicy();
        policy.setMaximumRedeliveries(settings.maxRedeliveries());
        policy.setRedeliveryDelay(settings.redeliveryDelay().toMillis());
        policy.setUseExponentialBackOff(true);
        policy.setBackOffMultiplier(2);
        policy.setMaximumRedeliveryDelay(LONGEST_DELAY_MS);
        policy.setLogExhausted(false);
        policy.setLogRetryAttempted(false);
        return policy;
    }
}
