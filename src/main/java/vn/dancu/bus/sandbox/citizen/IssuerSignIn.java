package vn.dancu.bus.sandbox.citizen;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.text.ParseException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.web.util.UriComponentsBuilder;

/** The portal's side of a sign-in: state, nonce and proof key in the session, a code that is used once, the ID token for the bus. */
final class IssuerSignIn {

    private static final Logger LOGGER = LoggerFactory.getLogger(IssuerSignIn.class);

    private final InMemoryClientRegistrationRepository clients;
    private final DefaultOAuth2AuthorizationRequestResolver requests;
    private final HttpSessionOAuth2AuthorizationRequestRepository pending =
            new HttpSessionOAuth2AuthorizationRequestRepository();
    private final RestClientAuthorizationCodeTokenResponseClient tokens =
            new RestClientAuthorizationCodeTokenResponseClient();

    /** @param clients the portal at each issuer, by its id there */
    IssuerSignIn(List<ClientRegistration> clients, String path) {
        this.clients = new InMemoryClientRegistrationRepository(clients);
        this.requests = new DefaultOAuth2AuthorizationRequestResolver(this.clients, path);
        requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce()
                .andThen(request -> request.additionalParameters(more -> more.put("acr_values", "LoA1"))));
    }

    boolean knows(String issuer) {
        return clients.findByRegistrationId(issuer) != null;
    }

    /** Where the browser goes to sign in. */
    String begin(String issuer, HttpServletRequest request, HttpServletResponse response) {
        OAuth2AuthorizationRequest made = Objects.requireNonNull(requests.resolve(request, issuer));
        pending.saveAuthorizationRequest(made, request, response);
        return made.getAuthorizationRequestUri();
    }

    /** Who came back from an issuer; empty when it does not answer a sign-in that this browser began, or was refused there. */
    Optional<CitizenSession> finish(String issuer, HttpServletRequest request, HttpServletResponse response) {
        OAuth2AuthorizationRequest begun = pending.removeAuthorizationRequest(request, response);
        String code = request.getParameter("code");
        if (begun == null || code == null || !issuer.equals(begun.getAttribute("registration_id"))) {
            return Optional.empty();
        }
        ClientRegistration client = clients.findByRegistrationId(issuer);
        OAuth2AuthorizationResponse came = OAuth2AuthorizationResponse.success(code)
                .redirectUri(begun.getRedirectUri())
                .state(begun.getState())
                .build();
        try {
            Object token = tokens.getTokenResponse(new OAuth2AuthorizationCodeGrantRequest(
                            client, new OAuth2AuthorizationExchange(begun, came)))
                    .getAdditionalParameters()
                    .get(OidcParameterNames.ID_TOKEN);
            return session(client, String.valueOf(token), begun);
        } catch (OAuth2AuthorizationException e) {
            LOGGER.atInfo().log("An issuer of the sandbox gave no token for a code");
            return Optional.empty();
        }
    }

    /** The token came straight from the issuer: its signature, times and audience are the bus's to check, and are seen there. */
    private static Optional<CitizenSession> session(
            ClientRegistration client, String token, OAuth2AuthorizationRequest begun) {
        String nonce = String.valueOf(begun.getAdditionalParameters().get(OidcParameterNames.NONCE));
        try {
            JWTClaimsSet claims = SignedJWT.parse(token).getJWTClaimsSet();
            boolean answers = nonce.equals(claims.getClaim("nonce"))
                    && Objects.equals(client.getProviderDetails().getIssuerUri(), claims.getIssuer());
            return answers
                    ? Optional.of(new CitizenSession(client.getRegistrationId(), token, nonce, name(claims)))
                    : Optional.empty();
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    private static String name(JWTClaimsSet claims) {
        return Stream.of("HoVaTen", "name")
                .map(claims::getClaim)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .findFirst()
                .orElse("");
    }

    /** Where the browser goes to sign out at the issuer as well. */
    String leave(CitizenSession citizen, String back) {
        ClientRegistration client = clients.findByRegistrationId(citizen.issuer());
        Object end = client.getProviderDetails().getConfigurationMetadata().get("end_session_endpoint");
        return UriComponentsBuilder.fromUriString(String.valueOf(end))
                .queryParam("id_token_hint", citizen.token())
                .queryParam("post_logout_redirect_uri", back)
                .toUriString();
    }
}
