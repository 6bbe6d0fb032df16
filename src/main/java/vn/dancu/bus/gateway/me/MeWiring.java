package vn.dancu.bus.gateway.me;

import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import vn.dancu.bus.citizen.AccountSettings;
import vn.dancu.bus.citizen.account.CitizenAccounts;

/** Puts the gate before the handlers of the citizens' door. */
@Configuration(proxyBeanMethods = false)
class MeWiring {

    @Bean
    WebMvcConfigurer citizenGate(CitizenAccounts accounts, AccountSettings settings, Clock clock) {
        CitizenGate gate = new CitizenGate(accounts, settings, clock);
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(gate).addPathPatterns(CitizenGate.PATH + "**");
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(gate);
            }
        };
    }
}
