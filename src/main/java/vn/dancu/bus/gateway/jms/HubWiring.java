package vn.dancu.bus.gateway.jms;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dancu.bus.gateway.PartnerXml;
import vn.dancu.bus.inquiry.Inquiries;
import vn.dancu.bus.message.MessageContext;

@Configuration(proxyBeanMethods = false)
class HubWiring {

    /** The one bean that route files may call, by the room's name. */
    @Bean("gateway")
    HubSteps hubSteps(Inquiries inquiries, MessageContext messages, PartnerXml xml, JmsSettings settings, Clock clock) {
        return new HubSteps(inquiries, new HubFormats(messages, xml), settings, clock);
    }
}
