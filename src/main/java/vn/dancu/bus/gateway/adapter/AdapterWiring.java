package vn.dancu.bus.gateway.adapter;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dancu.bus.gateway.CallRefusalWriter;
import vn.dancu.bus.gateway.GatewaySettings;
import vn.dancu.bus.kernel.MasterKey;
import vn.dancu.bus.kernel.SecretBox;
import vn.dancu.bus.message.MessageContext;
import vn.dancu.bus.partner.Partners;

@Configuration(proxyBeanMethods = false)
class AdapterWiring {

    @Bean
    CallDestination callDestination(AdapterSettings settings) {
        return new CallDestination(settings);
    }

    @Bean
    SessionSignIn sessionSignIn(Partners partners, MasterKey master, GatewaySettings settings, Clock clock) {
        SecretBox box = SecretBox.forUse(master.bytes(), "gateway/session");
        return new SessionSignIn(partners, box, settings.tokenLifetime(), clock);
    }

    @Bean
    CallReader callReader(MessageContext messages) {
        return new CallReader(messages);
    }

    @Bean
    CallAnswer callAnswer(CallRefusalWriter refusals) {
        return new CallAnswer(refusals);
    }
}
