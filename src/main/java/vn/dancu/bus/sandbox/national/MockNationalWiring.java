package vn.dancu.bus.sandbox.national;

import java.time.Clock;
import java.util.List;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import vn.dancu.bus.dialect.Dialects;
import vn.dancu.bus.message.MessageContext;
import vn.dancu.bus.sandbox.SandboxNationalSettings;
import vn.dancu.bus.sandbox.SandboxSettings;
import vn.dancu.bus.sandbox.national.register.NationalRegister;
import vn.dancu.bus.sandbox.server.EmbeddedServerLife;

@Configuration(proxyBeanMethods = false)
@Profile("sandbox")
class MockNationalWiring {

    /** So that an operator has something to see and to decide. */
    private static final List<CatalogueChange> CHANGES = List.of(
            new CatalogueChange("matinhtranghonnhan", "4", "Ly thân (mã thử nghiệm)"),
            new CatalogueChange("matinhtranghonnhan", "3", "Đã ly hôn hoặc góa (tên thử nghiệm)"),
            new CatalogueChange("matinhtranghonnhan", "0", null));

    @Bean
    MockNational mockNational(
            SandboxSettings sandbox,
            SandboxNationalSettings settings,
            Dialects dialects,
            MessageContext messages,
            Clock clock) {
        NationalRegister register = new NationalRegister(sandbox.seed(), sandbox.citizens(), settings.others());
        return new MockNational(settings, register, CHANGES, dialects, messages, clock);
    }

    /** Before the routes begin to ask it, and after they have ended. */
    @Bean
    SmartLifecycle mockNationalLife(MockNational national) {
        return new EmbeddedServerLife(national, national::requirePort, "sandbox-national");
    }
}
