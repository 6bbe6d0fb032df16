package vn.dancu.bus.sandbox.listing;

import java.time.Clock;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import vn.dancu.bus.sandbox.SandboxSettings;
import vn.dancu.bus.sandbox.server.SandboxServers;

@Configuration(proxyBeanMethods = false)
@Profile("sandbox")
class SandboxListKeyWiring {

    /** {@code dancu.list.keys} of the sandbox names its file, which is read when the room of lists is made. */
    @Bean
    static BeanFactoryPostProcessor listKeyFirst() {
        return factory -> factory.getBean("sandboxListKey");
    }

    /** @param servers hold the folder: no other sandbox makes a key there */
    @Bean
    static OpenPgpPair sandboxListKey(SandboxSettings settings, Clock clock, SandboxServers servers) {
        return OpenPgpPair.in(settings.dir().resolve("lists"), "h41-lgsp", clock);
    }
}
