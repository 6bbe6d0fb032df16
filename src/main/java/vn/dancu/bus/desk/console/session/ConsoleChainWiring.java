package vn.dancu.bus.desk.console.session;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.authentication.builders.AuthenticationManagerBuilder;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.client.RestClient;
import org.springframework.web.filter.CharacterEncodingFilter;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.desk.DeskSettings;
import vn.dancu.bus.desk.OidcAccounts;
import vn.dancu.bus.desk.OidcTokens;
import vn.dancu.bus.desk.SignInMethods;
import vn.dancu.bus.http.HttpSettings;

/** How the paths of the console are guarded. */
@Configuration(proxyBeanMethods = false)
class ConsoleChainWiring {

    private static final String SIGN_IN = "/desk/sign-in";
    private static final String[] OPEN = {SIGN_IN, SIGN_IN + "/**", "/desk/files/**", "/desk/language", "/desk/theme"};

    /** Chromium applies form-action to what a form is redirected to: the sign-out goes on to the provider. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "connect-src 'self'; form-action 'self'%s; base-uri 'none'; frame-ancestors 'none'";

    private static final Duration PROVIDER_TIMEOUT = Duration.ofSeconds(5);

    @Bean
    ProviderRegistration providerRegistration(DeskSettings settings, HttpSettings http) {
        return new ProviderRegistration(settings.oidc(), http);
    }

    @Bean
    SessionLimits sessionLimits(DeskSettings settings, Clock clock) {
        return new SessionLimits(settings.sessions(), clock);
    }

    /** It stands in the console's chain and nowhere else. */
    @Bean
    FilterRegistrationBean<SessionLimits> noFilterOfTheServer(SessionLimits limits) {
        var registration = new FilterRegistrationBean<>(limits);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    JwtDecoderFactory<ClientRegistration> idTokens(DeskSettings settings, Clock clock) {
        return client -> OidcTokens.decoder(
                URI.create(client.getProviderDetails().getIssuerUri()),
                client.getClientId(),
                settings.oidc().jwks(),
                clock);
    }

    @Bean
    @Order(1)
    SecurityFilterChain consoleChain(
            HttpSecurity http,
            SignInMethods ways,
            ProviderRegistration provider,
            DeskSettings settings,
            SessionLimits limits,
            Acts acts,
            TransactionOperations transactions)
            throws Exception {
        HttpSessionRequestCache wanted = wantedPages();
        SessionActs after = new SessionActs(acts, transactions, limits, wanted);
        http.securityMatcher("/desk", "/desk/**")
                .addFilterBefore(utf8(), HeaderWriterFilter.class)
                .addFilterBefore(limits, SecurityContextHolderFilter.class)
                .requestCache(it -> it.requestCache(wanted))
                .headers(headers -> headers.contentSecurityPolicy(it -> it.policyDirectives(
                                POLICY.formatted(origin(settings.oidc().issuer()))))
                        .referrerPolicy(it -> it.policy(ReferrerPolicy.NO_REFERRER)))
                .authorizeHttpRequests(paths -> paths.dispatcherTypeMatchers(
                                DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers(OPEN)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(it -> it.accessDeniedHandler(expiredForm()));
        signIn(http, ways, provider, settings, after);
        signOut(http, provider, after);
        return http.build();
    }

    private static void signIn(
            HttpSecurity http,
            SignInMethods ways,
            ProviderRegistration provider,
            DeskSettings settings,
            SessionActs after)
            throws Exception {
        http.getSharedObject(AuthenticationManagerBuilder.class).parentAuthenticationManager(null);
        AuthenticationProvider passwords = ways.passwords();
        if (passwords != null) {
            http.authenticationProvider(passwords).formLogin(form -> form.loginPage(SIGN_IN)
                    .usernameParameter("account")
                    .successHandler(after)
                    .failureHandler(after));
        }
        if (provider.isConfigured()) {
            OidcAccounts accounts = new OidcAccounts(
                    settings.oidc().accountClaim(), settings.oidc().rolesClaim());
            var requests = new DefaultOAuth2AuthorizationRequestResolver(provider, "/desk/oidc");
            requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
            http.oauth2Login(login -> login.loginPage(SIGN_IN)
                    .clientRegistrationRepository(provider)
                    .authorizedClientRepository(new DiscardedTokens())
                    .authorizationEndpoint(it -> it.authorizationRequestResolver(requests))
                    .redirectionEndpoint(it -> it.baseUri(ProviderRegistration.CALLBACK))
                    .tokenEndpoint(it -> it.accessTokenResponseClient(tokenClient()))
                    .userInfoEndpoint(it -> it.oidcUserService(request -> new ProviderAccount(
                            accounts.account(request.getIdToken().getClaims()),
                            accounts.roles(request.getIdToken().getClaims()),
                            request.getIdToken())))
                    .successHandler(after)
                    .failureHandler(after));
        }
        LoginUrlAuthenticationEntryPoint page = new LoginUrlAuthenticationEntryPoint(SIGN_IN);
        page.setFavorRelativeUris(true);
        http.exceptionHandling(it -> it.authenticationEntryPoint((request, response, failure) -> {
            if (isOfScript(request.getHeader("HX-Request"))) {
                response.setHeader("HX-Redirect", SIGN_IN);
                response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            } else {
                page.commence(request, response, failure);
            }
        }));
    }

    private static void signOut(HttpSecurity http, ProviderRegistration provider, SessionActs after) throws Exception {
        OidcClientInitiatedLogoutSuccessHandler alsoThere = new OidcClientInitiatedLogoutSuccessHandler(provider);
        alsoThere.setDefaultTargetUrl(SIGN_IN + "?left");
        alsoThere.setPostLogoutRedirectUri(provider.afterSignOut());
        http.logout(it -> it.logoutUrl("/desk/sign-out")
                .addLogoutHandler(after)
                .deleteCookies(SessionStoreWiring.COOKIE)
                .logoutSuccessHandler(alsoThere));
    }

    private static boolean isOfScript(@Nullable String header) {
        return "true".equals(header);
    }

    /** Pages alone are gone back to after a sign-in, not what a page fetches. */
    private static HttpSessionRequestCache wantedPages() {
        HttpSessionRequestCache wanted = new HttpSessionRequestCache();
        RequestMatcher pages = request -> request.getMethod().equals("GET")
                && request.getHeader("HX-Request") == null
                && !request.getRequestURI().startsWith("/desk/oidc");
        wanted.setRequestMatcher(pages);
        wanted.setMatchingRequestParameterName(null);
        return wanted;
    }

    private static AccessDeniedHandlerImpl expiredForm() {
        AccessDeniedHandlerImpl page = new AccessDeniedHandlerImpl();
        page.setErrorPage("/desk/form-expired");
        return page;
    }

    /** Browsers send forms in the encoding of the page, and do not name it. */
    private static CharacterEncodingFilter utf8() {
        return new CharacterEncodingFilter(StandardCharsets.UTF_8.name(), true);
    }

    private static String origin(@Nullable URI issuer) {
        return issuer == null ? "" : " " + issuer.getScheme() + "://" + issuer.getAuthority();
    }

    private static OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> tokenClient() {
        SimpleClientHttpRequestFactory requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(PROVIDER_TIMEOUT);
        requests.setReadTimeout(PROVIDER_TIMEOUT);
        var client = new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(RestClient.builder()
                .requestFactory(requests)
                .messageConverters(converters -> {
                    converters.clear();
                    converters.addAll(List.of(
                            new FormHttpMessageConverter(), new OAuth2AccessTokenResponseHttpMessageConverter()));
                })
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return client;
    }
}
