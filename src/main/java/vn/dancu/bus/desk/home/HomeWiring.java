package vn.dancu.bus.desk.home;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.jms.ConnectionFactory;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.health.HealthComponent;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.actuate.jms.JmsHealthIndicator;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The pages for newcomers, open to everybody. */
@Configuration(proxyBeanMethods = false)
class HomeWiring {

    private static final String[] PAGES = {"/", "/en", "/docs/**"};
    private static final String[] EXPLORER = {"/explore", "/explore/**"};

    private static final String PAGES_POLICY =
            "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** Swagger UI draws its icons from data addresses and asks this bus alone. */
    private static final String EXPLORER_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    @Bean
    @Order(1)
    SecurityFilterChain homeChain(HttpSecurity http) throws Exception {
        return open(http.securityMatcher(PAGES), PAGES_POLICY);
    }

    @Bean
    @Order(1)
    SecurityFilterChain explorerChain(HttpSecurity http) throws Exception {
        return open(http.securityMatcher(EXPLORER), EXPLORER_POLICY);
    }

    private static SecurityFilterChain open(HttpSecurity http, String policy) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                        .contentSecurityPolicy(it -> it.policyDirectives(policy))
                        .referrerPolicy(it -> it.policy(ReferrerPolicy.NO_REFERRER)))
                .authorizeHttpRequests(paths -> paths.anyRequest().permitAll())
                .build();
    }

    @Bean
    PartStates partStates(
            ApplicationAvailability doors,
            HealthEndpoint health,
            ConnectionFactory broker,
            MeterRegistry metrics,
            Clock clock) {
        JmsHealthIndicator queues = new JmsHealthIndicator(broker);
        return new PartStates(
                doors, () -> status(health.healthForPath("db")), () -> status(queues.health()), metrics, clock);
    }

    private static Status status(@Nullable HealthComponent found) {
        return found == null ? Status.UNKNOWN : found.getStatus();
    }

    @Bean
    DocumentPages documentPages() {
        return new DocumentPages();
    }
}
