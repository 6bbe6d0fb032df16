package vn.dancu.bus.gateway.rest.security;

import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import org.apache.cxf.spring.boot.autoconfigure.CxfProperties;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.web.authentication.ClientSecretPostAuthenticationConverter;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2ClientCredentialsAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.context.WebApplicationContext;
import vn.dancu.bus.gateway.GatewaySettings;
import vn.dancu.bus.gateway.WebRefusals;
import vn.dancu.bus.partner.Partners;

/** The security filter chains by path; all other paths are unknown. */
@Configuration(proxyBeanMethods = false)
class ChainWiring {

    private static final String[] TOKEN_PATHS = {"/oauth2/token", "/oauth2/jwks"};
    private static final String[] GUARDED_PATHS = {"/api/**", "/dmdc/**"};

    /** They say nothing about anybody. */
    private static final String[] OPEN_PATHS = {
        "/openapi/**", "/actuator/health", "/actuator/health/**", "/actuator/prometheus", "/sandbox/**"
    };

    /** Where the session that proves a caller comes in the body. */
    private static final String[] SESSION_PATHS = {"/XrdAdapter/**", "/VXPAdapter/**"};

    /** Where a security server shows its certificate, which the door itself looks at. */
    private static final String[] XROAD_PATHS = {"/xroad/**", "/r1/**", "/listClients"};

    @Bean
    DelegatingFilterProxyRegistrationBean securityChains(
            WebApplicationContext context, CxfProperties cxf, SecurityProperties security) {
        DelegatingFilterProxyRegistrationBean registration = new SoapFilterBypass(context, cxf.getPath());
        registration.setOrder(security.getFilter().getOrder());
        registration.setDispatcherTypes(EnumSet.allOf(DispatcherType.class));
        return registration;
    }

    @Bean
    @Order(1)
    SecurityFilterChain tokenChain(
            HttpSecurity http,
            GatewaySettings settings,
            PartnerClients clients,
            PartnerSignIn signIn,
            JwtGenerator tokens,
            TokenRefusals refusals)
            throws Exception {
        return stateless(http.securityMatcher(TOKEN_PATHS))
                .with(OAuth2AuthorizationServerConfigurer.authorizationServer(), server -> {
                    server.registeredClientRepository(clients)
                            .authorizationService(new ForgottenAuthorizations())
                            .authorizationServerSettings(issuedBy(settings))
                            .tokenGenerator(tokens);
                    clientCredentialsOnly(server, signIn, refusals);
                })
                .authorizeHttpRequests(paths -> paths.anyRequest().authenticated())
                .exceptionHandling(it -> it.authenticationEntryPoint(refusals))
                .build();
    }

    private static AuthorizationServerSettings issuedBy(GatewaySettings settings) {
        return AuthorizationServerSettings.builder()
                .issuer(settings.issuer().toString())
                .build();
    }

    private static void clientCredentialsOnly(
            OAuth2AuthorizationServerConfigurer server, PartnerSignIn signIn, TokenRefusals refusals) {
        server.clientAuthentication(clients -> clients.authenticationConverters(converters -> {
                    converters.clear();
                    converters.add(new CertifiedClient(new BasicClient()));
                    converters.add(new CertifiedClient(new ClientSecretPostAuthenticationConverter()));
                })
                .authenticationProviders(providers -> {
                    providers.clear();
                    providers.add(signIn);
                })
                .errorResponseHandler(refusals));
        server.tokenEndpoint(endpoint -> endpoint.accessTokenRequestConverters(converters -> {
                    converters.clear();
                    converters.add(new OAuth2ClientCredentialsAuthenticationConverter());
                })
                .errorResponseHandler(refusals));
    }

    @Bean
    @Order(2)
    SecurityFilterChain guardedChain(HttpSecurity http, JwtDecoder decoder, Partners partners, WebRefusals refusals)
            throws Exception {
        BearerRefusals refuse = new BearerRefusals(refusals);
        return stateless(http.securityMatcher(GUARDED_PATHS))
                .oauth2ResourceServer(server -> server.bearerTokenResolver(new BearerToken())
                        .jwt(jwt -> jwt.decoder(decoder).jwtAuthenticationConverter(new BearerPartners(partners)))
                        .authenticationEntryPoint(refuse))
                .addFilterAfter(new CertificateFilter(partners, refusals), BearerTokenAuthenticationFilter.class)
                .authorizeHttpRequests(paths -> paths.anyRequest().authenticated())
                .exceptionHandling(it -> it.authenticationEntryPoint(refuse))
                .build();
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    SecurityFilterChain openChain(HttpSecurity http, UnknownPaths unknown) throws Exception {
        return stateless(http)
                .authorizeHttpRequests(paths -> paths.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(OPEN_PATHS)
                        .permitAll()
                        .requestMatchers(SESSION_PATHS)
                        .permitAll()
                        .requestMatchers(XROAD_PATHS)
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(it -> it.authenticationEntryPoint(unknown).accessDeniedHandler(unknown))
                .build();
    }

    private static HttpSecurity stateless(HttpSecurity http) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    }
}
