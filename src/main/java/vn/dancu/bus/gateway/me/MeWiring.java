package vn.dancu.bus.gateway.me;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
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

    /** A level at an address that does not exist would protect nothing. */
    @Bean
    SmartInitializingSingleton citizenLevelsAreOfAddresses(
            AccountSettings settings,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping controllers) {
        return () -> {
            Set<String> known = controllers.getHandlerMethods().keySet().stream()
                    .flatMap(mapping -> mapping.getPatternValues().stream())
                    .filter(path -> path.startsWith(CitizenGate.PATH))
                    .map(path -> path.substring(CitizenGate.PATH.length()).split("/", 2)[0])
                    .collect(Collectors.toCollection(TreeSet::new));
            if (!known.containsAll(settings.addressLevels().keySet())) {
                throw new IllegalArgumentException(
                        "dancu.citizen.address-levels must be of addresses of the door: " + String.join(", ", known));
            }
        };
    }
}
