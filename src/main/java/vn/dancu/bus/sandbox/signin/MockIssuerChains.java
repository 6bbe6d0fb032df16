package vn.dancu.bus.sandbox.signin;

import com.nimbusds.jose.jwk.source.JWKSource;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.InMemoryOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The filter chain of each issuer, in a context of their own: nothing of it stands in the bus. */
@EnableWebSecurity
class MockIssuerChains {

    private static final String POLICY =
            "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; frame-ancestors 'none'; form-action 'self' %s";

    /**
     * What the chains are made of.
     *
     * @param redirects to where a sign-in may lead
     * @param left to where a sign-out leads
     */
    record Parts(
            int port,
            String clientId,
            String clientSecret,
            List<URI> redirects,
            URI left,
            MockAccounts accounts,
            MockSigningKeys keys,
            TokenFaultPlan faults,
            Clock clock) {}

    @Bean
    SecurityFilterChain portalIssuer(HttpSecurity http, Parts parts, RegisteredClientRepository clients)
            throws Exception {
        return chain(http, MockIssuer.PORTAL, parts, clients);
    }

    @Bean
    SecurityFilterChain eidIssuer(HttpSecurity http, Parts parts, RegisteredClientRepository clients) throws Exception {
        return chain(http, MockIssuer.EID, parts, clients);
    }

    @Bean
    RegisteredClientRepository clients(Parts parts) {
        return new InMemoryRegisteredClientRepository(RegisteredClient.withId(parts.clientId())
                .clientId(parts.clientId())
                .clientSecret("{noop}" + parts.clientSecret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUris(uris -> parts.redirects().forEach(each -> uris.add(each.toString())))
                .postLogoutRedirectUri(parts.left().toString())
                .scope("openid")
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .build());
    }

    @Bean
    JwtDecoder accessTokens(Parts parts) {
        return OAuth2AuthorizationServerConfiguration.jwtDecoder(parts.keys());
    }

    private static SecurityFilterChain chain(
            HttpSecurity http, MockIssuer issuer, Parts parts, RegisteredClientRepository clients) throws Exception {
        // Who signed in at one issuer is not signed in at the other.
        HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
        contexts.setSpringSecurityContextKey(issuer.name());
        MockTokens tokens = new MockTokens(issuer, parts.faults(), parts.clock());
        JwtGenerator generator = new JwtGenerator(new NimbusJwtEncoder(parts.keys()));
        generator.setJwtCustomizer(tokens);
        http.setSharedObject(JWKSource.class, parts.keys());
        return http.securityMatcher(issuer.paths())
                .securityContext(it -> it.securityContextRepository(contexts))
                .with(
                        OAuth2AuthorizationServerConfigurer.authorizationServer(),
                        server -> server.registeredClientRepository(clients)
                                .authorizationService(new InMemoryOAuth2AuthorizationService())
                                .authorizationServerSettings(issuer.settings(parts.port()))
                                .tokenGenerator(generator)
                                .oidc(oidc -> oidc.userInfoEndpoint(it -> it.userInfoMapper(tokens::owner))))
                .addFilterBefore(keysAway(issuer, parts), SecurityContextHolderFilter.class)
                .addFilterAt(
                        new MockAccountFilter(issuer, parts.accounts(), contexts, parts.left()),
                        UsernamePasswordAuthenticationFilter.class)
                .authorizeHttpRequests(paths -> paths.requestMatchers(
                                request -> request.getRequestURI().equals(issuer.page()))
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(it -> it.authenticationEntryPoint(entryPoint(issuer)))
                .headers(headers -> headers.contentSecurityPolicy(
                                it -> it.policyDirectives(POLICY.formatted(origins(parts))))
                        .referrerPolicy(it -> it.policy(ReferrerPolicy.NO_REFERRER)))
                .build();
    }

    private static LoginUrlAuthenticationEntryPoint entryPoint(MockIssuer issuer) {
        LoginUrlAuthenticationEntryPoint page = new LoginUrlAuthenticationEntryPoint(issuer.page());
        page.setFavorRelativeUris(true);
        return page;
    }

    private static Filter keysAway(MockIssuer issuer, Parts parts) {
        String keys = issuer.keys();
        return (request, response, chain) -> {
            if (((HttpServletRequest) request).getRequestURI().equals(keys)
                    && parts.faults().plays(TokenFault.KEYS_AWAY)) {
                ((HttpServletResponse) response).sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            } else {
                chain.doFilter(request, response);
            }
        };
    }

    /** Browsers apply form-action to what a form leads to: a sign-in leads back to the portal. */
    private static String origins(Parts parts) {
        return Stream.concat(parts.redirects().stream(), Stream.of(parts.left()))
                .map(each -> each.getScheme() + "://" + each.getAuthority())
                .distinct()
                .collect(Collectors.joining(" "));
    }
}
