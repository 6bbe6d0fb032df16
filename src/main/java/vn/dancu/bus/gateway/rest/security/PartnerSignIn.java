package vn.dancu.bus.gateway.rest.security;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.partner.CredentialProof;
import vn.dancu.bus.partner.Partner;
import vn.dancu.bus.partner.Partners;

/** Client authentication at the token endpoint, by asking the partner room whether the secret is right. */
final class PartnerSignIn implements AuthenticationProvider {

    private final Partners partners;
    private final PartnerClients clients;

    PartnerSignIn(Partners partners, PartnerClients clients) {
        this.partners = partners;
        this.clients = clients;
    }

    @Override
    public Authentication authenticate(Authentication unproved) {
        var asked = (OAuth2ClientAuthenticationToken) unproved;
        Partner partner = prove(String.valueOf(asked.getPrincipal()), String.valueOf(asked.getCredentials()));
        partners.objectionTo(partner.id(), CertifiedClient.certificateOf(asked)).ifPresent(code -> {
            throw refused(OAuth2ErrorCodes.INVALID_CLIENT, code);
        });
        partner.objection().ifPresent(code -> {
            throw refused(OAuth2ErrorCodes.UNAUTHORIZED_CLIENT, code);
        });
        return new OAuth2ClientAuthenticationToken(
                clients.client(partner), asked.getClientAuthenticationMethod(), null);
    }

    /** The secret is checked before the state of the partner: only the partner itself learns that it is suspended. */
    private Partner prove(String claimed, String secret) {
        if (!PartnerId.isValid(claimed)) {
            throw refused(OAuth2ErrorCodes.INVALID_CLIENT, ErrorCode.PARTNER_UNKNOWN);
        }
        PartnerId id = new PartnerId(claimed);
        CredentialProof proof = partners.proveSecret(id, secret);
        Partner partner = partners.find(id)
                .orElseThrow(() -> refused(OAuth2ErrorCodes.INVALID_CLIENT, ErrorCode.PARTNER_UNKNOWN));
        if (proof != CredentialProof.RIGHT) {
            throw refused(
                    OAuth2ErrorCodes.INVALID_CLIENT,
                    proof == CredentialProof.EXPIRED ? ErrorCode.CREDENTIAL_EXPIRED : ErrorCode.CREDENTIALS_WRONG);
        }
        return partner;
    }

    private static OAuth2AuthenticationException refused(String error, ErrorCode code) {
        return new OAuth2AuthenticationException(new OAuth2Error(error), new BusException(code, null));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return OAuth2ClientAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
