package vn.dancu.bus.sandbox.signature;

import java.time.Clock;
import org.springframework.boot.autoconfigure.ssl.SslBundleRegistrar;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import vn.dancu.bus.sandbox.SandboxSettings;

@Configuration(proxyBeanMethods = false)
@Profile("sandbox")
class SandboxSignatureWiring {

    /** The SSL bundle that {@code dancu.document.signature.bundle} of the sandbox names. */
    @Bean
    SslBundleRegistrar sandboxSignatureKey(SandboxSettings settings, Clock clock) {
        SelfSignedKey key = new SelfSignedKey(settings.dir().resolve("signature"), clock);
        return registry -> registry.registerBundle("sandbox-signature", key.bundle());
    }
}
