package vn.dancu.bus.sandbox.axis;

import java.time.Clock;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import vn.dancu.bus.message.MessageContext;
import vn.dancu.bus.sandbox.SandboxAxisSettings;
import vn.dancu.bus.sandbox.SandboxSettings;
import vn.dancu.bus.sandbox.server.EmbeddedServerLife;

@Configuration(proxyBeanMethods = false)
@Profile("sandbox")
class MockAxisWiring {

    @Bean
    MockAxis mockAxis(SandboxSettings sandbox, SandboxAxisSettings settings, MessageContext messages, Clock clock) {
        return new MockAxis(sandbox.dir(), settings, messages, clock);
    }

    /** Before the routes begin to poll, and after they have ended. */
    @Bean
    SmartLifecycle mockAxisLife(MockAxis axis) {
        return new EmbeddedServerLife(axis, axis::requirePort, "sandbox-axis");
    }
}
