package vn.dancu.bus.desk;

import jakarta.servlet.DispatcherType;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Which paths the desk guards, and how. */
@Configuration(proxyBeanMethods = false)
class DeskWiring {

    private static final String ADMIN = "/api/v1/admin/**";

    @Bean
    @Order(1)
    SecurityFilterChain adminChain(
            HttpSecurity http,
            SignInMethods ways,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems)
            throws Exception {
        SignInRefusals refusals = new SignInRefusals(problems);
        http.securityMatcher(ADMIN)
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'"))
                        .referrerPolicy(it -> it.policy(ReferrerPolicy.NO_REFERRER)))
                // An answer that is written later continues a request that was let in.
                .authorizeHttpRequests(paths -> paths.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(it -> it.authenticationEntryPoint(refusals));
        open(http, ways, refusals);
        return http.build();
    }

    private static void open(HttpSecurity http, SignInMethods ways, SignInRefusals refusals) throws Exception {
        AuthenticationProvider passwords = ways.passwords();
        if (passwords != null) {
            http.authenticationManager(new ProviderManager(passwords))
                    .httpBasic(basic -> basic.authenticationEntryPoint(refusals));
        }
        AuthenticationProvider tokens = ways.tokens();
        if (tokens != null) {
            ProviderManager manager = new ProviderManager(tokens);
            http.oauth2ResourceServer(server ->
                    server.authenticationManagerResolver(request -> manager).authenticationEntryPoint(refusals));
        }
    }

    @Bean
    WebMvcConfigurer roleCheck() {
        RoleCheck check = new RoleCheck();
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(check).addPathPatterns(ADMIN);
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(check);
            }
        };
    }
}
