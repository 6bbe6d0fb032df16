package vn.dancu.bus.sandbox.citizen;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import vn.dancu.bus.catalogue.Catalogues;
import vn.dancu.bus.http.HttpSettings;
import vn.dancu.bus.sandbox.SandboxSettings;
import vn.dancu.bus.sandbox.SandboxSignInSettings;
import vn.dancu.bus.sandbox.signin.MockSignIn;

@Configuration(proxyBeanMethods = false)
@Profile("sandbox")
class CitizenPortalWiring {

    private static final String PAGE = MockSignIn.PORTAL_PAGE;

    /** Browsers apply form-action to what a form leads to: the sign-out goes on to the issuer. */
    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; "
            + "frame-ancestors 'none'; form-action 'self' http://127.0.0.1:%d";

    @Bean
    @Order(1)
    SecurityFilterChain citizenPortalChain(HttpSecurity http, SandboxSignInSettings issuers) throws Exception {
        LoginUrlAuthenticationEntryPoint home = new LoginUrlAuthenticationEntryPoint(PAGE);
        home.setFavorRelativeUris(true);
        return http.securityMatcher(PAGE, PAGE + "/**")
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.contentSecurityPolicy(
                                it -> it.policyDirectives(POLICY.formatted(issuers.port())))
                        .referrerPolicy(it -> it.policy(ReferrerPolicy.NO_REFERRER)))
                .authorizeHttpRequests(paths -> paths.requestMatchers(
                                PAGE,
                                PAGE + "/citizen.css",
                                PAGE + "/language/*",
                                PAGE + "/sign-in/*",
                                PAGE + "/signed-in/*")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(it -> it.authenticationEntryPoint(home)
                        .accessDeniedHandler((request, response, e) -> response.sendRedirect(PAGE)))
                .build();
    }

    @Bean
    CitizenPages citizenPages() {
        return new CitizenPages();
    }

    @Bean
    PortalCodeNames portalCodeNames(Catalogues catalogues) {
        return new PortalCodeNames(catalogues);
    }

    @Bean
    CitizenBusClient citizenBusClient(HttpSettings http, SandboxSettings sandbox, Clock clock) {
        String secret = sandbox.artemis().users().stream()
                .filter(user -> user.name().equals(CitizenBusClient.PARTNER))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("dancu.sandbox.artemis.users has no "
                        + CitizenBusClient.PARTNER + ", which the portal page is"))
                .secret();
        return new CitizenBusClient(http, secret, clock);
    }

    @Bean
    IssuerSignIn issuerSignIn(SandboxSignInSettings settings, HttpSettings http) {
        String base = "http://127.0.0.1:" + settings.port();
        String realm = base + "/realms/citizen";
        ClientRegistration.Builder portal = client("portal", settings, http)
                .issuerUri(base)
                .authorizationUri(base + "/oauth2/authorize")
                .tokenUri(base + "/oauth2/token")
                .providerConfigurationMetadata(Map.of("end_session_endpoint", base + "/oidc/logout"));
        ClientRegistration.Builder eid = client("eid", settings, http)
                .issuerUri(realm)
                .authorizationUri(realm + "/protocol/openid-connect/auth")
                .tokenUri(realm + "/protocol/openid-connect/token")
                .providerConfigurationMetadata(
                        Map.of("end_session_endpoint", realm + "/protocol/openid-connect/logout"));
        return new IssuerSignIn(List.of(portal.build(), eid.build()), PAGE + "/sign-in");
    }

    private static ClientRegistration.Builder client(String issuer, SandboxSignInSettings settings, HttpSettings http) {
        return ClientRegistration.withRegistrationId(issuer)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(http.addressOf(PAGE + "/signed-in/" + issuer))
                .scope("openid");
    }
}
