package vn.dancu.bus.sandbox.portal;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import vn.dancu.bus.message.MessageContext;
import vn.dancu.bus.sandbox.SandboxAxisSettings;
import vn.dancu.bus.sandbox.SandboxSettings;
import vn.dancu.bus.sandbox.axis.MockAxis;

@Configuration(proxyBeanMethods = false)
@Profile("sandbox")
class PortalWiring {

    @Bean
    PortalLedger portalLedger(SandboxSettings sandbox) {
        return new PortalLedger(sandbox.dir());
    }

    @Bean
    AskingDocument askingDocument(MessageContext messages, PortalLedger ledger, Clock clock) {
        return new AskingDocument(messages, ledger, clock);
    }

    @Bean
    PortalAxis portalAxis(MockAxis axis, SandboxAxisSettings settings, Clock clock) {
        String secret = settings.system(PortalAxis.PORTAL)
                .orElseThrow(() -> new IllegalArgumentException(
                        "dancu.sandbox.axis.systems has no " + PortalAxis.PORTAL + ", which the portal is"))
                .secret();
        return new PortalAxis(axis, secret, clock);
    }

    @Bean
    PortalInbox portalInbox(MessageContext messages, PortalLedger ledger) {
        return new PortalInbox(messages, ledger);
    }

    @Bean
    PortalRounds portalRounds(PortalLedger ledger, PortalAxis axis, PortalInbox inbox) {
        return new PortalRounds(ledger, axis, inbox);
    }
}
