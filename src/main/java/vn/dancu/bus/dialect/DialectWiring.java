package vn.dancu.bus.dialect;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DialectSettings.class)
class DialectWiring {

    /** A pack that cannot be read stops the start. */
    @Bean
    Dialects dialects(DialectSettings settings) {
        return settings.ownPacks().map(Dialects::withFolder).orElseGet(Dialects::builtIn);
    }
}
