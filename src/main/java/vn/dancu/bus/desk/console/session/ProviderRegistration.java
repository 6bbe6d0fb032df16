package vn.dancu.bus.desk.console.session;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import vn.dancu.bus.desk.DeskSettings;
import vn.dancu.bus.desk.ProviderDocuments;
import vn.dancu.bus.http.HttpSettings;
import vn.dancu.bus.kernel.LogKeys;

/**
 * The console as a client of the identity provider. What the provider publishes is read when the first person signs in, not
 * at the start: the bus starts while the provider is away.
 */
final class ProviderRegistration implements ClientRegistrationRepository {

    static final String ID = "provider";
    static final String CALLBACK = "/desk/sign-in/callback";

    private static final Logger LOGGER = LoggerFactory.getLogger(ProviderRegistration.class);

    private final DeskSettings.Oidc settings;
    private final HttpSettings http;
    private volatile @Nullable ClientRegistration known;

    ProviderRegistration(DeskSettings.Oidc settings, HttpSettings http) {
        this.settings = settings;
        this.http = http;
    }

    /** Where the provider sends somebody whom it has signed out too. */
    String afterSignOut() {
        return http.addressOf("/desk/sign-in?left");
    }

    boolean isConfigured() {
        return settings.clientId() != null;
    }

    boolean isReachable() {
        return isConfigured() && findByRegistrationId(ID) != null;
    }

    /** Null for another id, and while the provider is away. */
    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        URI issuer = settings.issuer();
        if (!ID.equals(id) || issuer == null || settings.clientId() == null) {
            return null;
        }
        ClientRegistration registration = known;
        if (registration == null) {
            try {
                registration = read(issuer);
                known = registration;
            } catch (IOException e) {
                LOGGER.atWarn()
                        .setMessage("The identity provider's discovery document cannot be had")
                        .addKeyValue(LogKeys.CAUSE, e.getClass().getName())
                        .log();
            }
        }
        return registration;
    }

    private ClientRegistration read(URI issuer) throws IOException {
        ProviderDocuments documents = new ProviderDocuments(issuer);
        String secret = settings.clientSecret();
        URI keys = settings.jwks();
        return ClientRegistration.withRegistrationId(ID)
                .clientId(settings.clientId())
                .clientSecret(secret)
                .clientAuthenticationMethod(
                        secret == null
                                ? ClientAuthenticationMethod.NONE
                                : ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(http.addressOf(CALLBACK))
                .scope("openid", "profile")
                .issuerUri(issuer.toString())
                .authorizationUri(documents.endpoint("authorization_endpoint").toString())
                .tokenUri(documents.endpoint("token_endpoint").toString())
                .jwkSetUri((keys == null ? documents.endpoint("jwks_uri") : keys).toString())
                .providerConfigurationMetadata(endOfSession(documents))
                .clientName(ID)
                .build();
    }

    /** RP-initiated logout is optional: without the address somebody is signed out here alone. */
    private static Map<String, Object> endOfSession(ProviderDocuments documents) {
        try {
            return Map.of(
                    "end_session_endpoint",
                    documents.endpoint("end_session_endpoint").toString());
        } catch (IOException e) {
            return Map.of();
        }
    }
}
