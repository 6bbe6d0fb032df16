package vn.dancu.bus.sandbox.signature;

import java.time.Clock;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.ssl.SslBundleRegistrar;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import vn.dancu.bus.sandbox.SandboxSettings;
import vn.dancu.bus.sandbox.server.SandboxServers;

@Configuration(proxyBeanMethods = false)
@Profile("sandbox")
class SandboxSignatureWiring {

    /** Makes or reads the key while Spring still reads its own classes, on another core. */
    @Bean
    static BeanFactoryPostProcessor signatureKeyFirst() {
        return factory -> factory.getBean("sandboxSignatureKey");
    }

    /** @param servers hold the folder: no other sandbox makes a key there */
    @Bean
    static Future<SslBundle> sandboxSignatureKey(SandboxSettings settings, Clock clock, SandboxServers servers) {
        FutureTask<SslBundle> key =
                new FutureTask<>(new SelfSignedKey(settings.dir().resolve("signature"), clock)::bundle);
        Thread thread = new Thread(key, "sandbox-signature");
        thread.setDaemon(true);
        thread.start();
        return key;
    }

    /** The SSL bundle that {@code dancu.document.signature.bundle} of the sandbox names; whoever asks for one waits for the key. */
    @Bean
    SslBundleRegistrar sandboxSignatureBundle(Future<SslBundle> sandboxSignatureKey) {
        return registry -> registry.registerBundle("sandbox-signature", made(sandboxSignatureKey));
    }

    private static SslBundle made(Future<SslBundle> key) {
        try {
            return key.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        }
    }
}
