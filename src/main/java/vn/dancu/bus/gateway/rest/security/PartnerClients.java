package vn.dancu.bus.gateway.rest.security;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.partner.Partner;
import vn.dancu.bus.partner.Partners;

/** The partners as OAuth 2.0 clients. Nothing is kept here: partners are registered in their own room. */
final class PartnerClients implements RegisteredClientRepository {

    private final Partners partners;
    private final TokenSettings tokens;

    PartnerClients(Partners partners, Duration tokenLifetime) {
        this.partners = partners;
        this.tokens =
                TokenSettings.builder().accessTokenTimeToLive(tokenLifetime).build();
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return PartnerId.isValid(clientId)
                ? partners.find(new PartnerId(clientId)).map(this::client).orElse(null)
                : null;
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("Partners are registered in the partner room");
    }

    RegisteredClient client(Partner partner) {
        return RegisteredClient.withId(partner.id().value())
                .clientId(partner.id().value())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenSettings(tokens)
                .build();
    }
}
