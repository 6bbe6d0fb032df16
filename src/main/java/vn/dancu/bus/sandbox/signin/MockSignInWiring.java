package vn.dancu.bus.sandbox.signin;

import java.time.Clock;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.thymeleaf.ITemplateEngine;
import vn.dancu.bus.http.HttpSettings;
import vn.dancu.bus.sandbox.SandboxSignInSettings;
import vn.dancu.bus.sandbox.guide.SyntheticPeople;
import vn.dancu.bus.sandbox.server.EmbeddedServerLife;

@Configuration(proxyBeanMethods = false)
@Profile("sandbox")
class MockSignInWiring {

    @Bean
    MockSignIn mockSignIn(
            SandboxSignInSettings settings,
            HttpSettings http,
            SyntheticPeople people,
            ITemplateEngine templates,
            Clock clock) {
        return new MockSignIn(settings, http, people, templates, clock);
    }

    @Bean
    SmartLifecycle mockSignInLife(MockSignIn issuers) {
        return new EmbeddedServerLife(issuers, issuers::requirePort, "sandbox-sign-in");
    }
}
