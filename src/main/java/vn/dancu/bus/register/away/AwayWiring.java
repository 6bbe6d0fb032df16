package vn.dancu.bus.register.away;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dancu.bus.register.RegisterSettings;

@Configuration(proxyBeanMethods = false)
class AwayWiring {

    @Bean
    @ConditionalOnProperty(name = RegisterSettings.KIND, havingValue = "upstream")
    AwayRegister awayRegister() {
        return new AwayRegister();
    }
}
