package vn.dancu.bus.sandbox.chain;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import vn.dancu.bus.sandbox.SandboxChainSettings;
import vn.dancu.bus.sandbox.SandboxSettings;
import vn.dancu.bus.sandbox.server.EmbeddedServerLife;

@Configuration(proxyBeanMethods = false)
class BusChainWiring {

    /** On the side of the hub. */
    @Configuration(proxyBeanMethods = false)
    @Profile("chain")
    static class ChainHubWiring {

        @Bean
        NationalBus nationalBus(SandboxSettings sandbox, SandboxChainSettings settings) {
            return new NationalBus(
                    sandbox.dir(),
                    settings,
                    List.of("dancu.sandbox.citizens=" + sandbox.citizens(), "dancu.sandbox.seed=" + sandbox.seed()));
        }

        /** Beside the rest of the hub, which says that the national side is away until it is there. */
        @Bean
        SmartLifecycle nationalBusLife(NationalBus bus) {
            return new EmbeddedServerLife(bus, bus::requirePort, "sandbox-national-bus");
        }
    }

    /** On the national side. */
    @Configuration(proxyBeanMethods = false)
    @Profile("chain-national")
    static class ChainNationalWiring {

        /** Nobody else would end it when the hub was killed. */
        @Bean
        ApplicationListener<ApplicationReadyEvent> endsWithTheHub(ConfigurableApplicationContext context) {
            return event -> ProcessHandle.current().parent().ifPresent(hub -> closing(hub, context));
        }

        private static void closing(ProcessHandle hub, ConfigurableApplicationContext context) {
            CompletableFuture<Void> unused = hub.onExit().thenRun(context::close);
        }
    }
}
