package vn.dancu.bus.probe;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ProbeWiring {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Bean(destroyMethod = "close")
    ConnectionTests connectionTests(List<ConnectionSource> sources, Clock clock) {
        return new ConnectionTests(sources, PATIENCE, clock);
    }
}
