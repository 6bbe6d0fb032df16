package vn.dancu.bus.gateway.rest.security;

import java.util.Optional;
import java.util.UUID;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
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

    static final String SECRET = "client_secret";

    /** The rule by which a secret with a plus or percent sign is sent. */
    static final String ENCODED = "form-encoded, + as %2B and % as %25 (RFC 6749 section 2.3.1)";

    private final Partners partners;
    private final PartnerClients clients;

    PartnerSignIn(Partners partners, PartnerClients clients) {
        this.partners = partners;
        this.clients = clients;
    }

    @Override
    public Authentication authenticate(Authentication unproved) {
        var asked = (OAuth2ClientAuthenticationToken) unproved;
        Partner partner = prove(String.valueOf(asked.getPrincipal()), asked);
        partners.objectionTo(partner.id(), CertifiedClient.certificateOf(asked)).ifPresent(code -> {
            throw refused(OAuth2ErrorCodes.INVALID_CLIENT, code);
        });
        partner.objection().ifPresent(code -> {
            throw refused(OAuth2ErrorCodes.UNAUTHORIZED_CLIENT, code);
        });
        OAuth2ClientAuthenticationToken proved = new OAuth2ClientAuthenticationToken(
                clients.client(partner), asked.getClientAuthenticationMethod(), null);
        proved.setDetails(credentialOf(partner.id(), asked).orElse(null));
        return proved;
    }

    /** The secret is checked before the state of the partner: only the partner itself learns that it is suspended. */
    private Partner prove(String claimed, OAuth2ClientAuthenticationToken asked) {
        if (!PartnerId.isValid(claimed)) {
            throw refused(OAuth2ErrorCodes.INVALID_CLIENT, ErrorCode.PARTNER_UNKNOWN);
        }
        PartnerId id = new PartnerId(claimed);
        String sent = String.valueOf(asked.getCredentials());
        CredentialProof proof = proof(id, sent, otherReading(sent, asked.getClientAuthenticationMethod()));
        Partner partner = partners.find(id)
                .orElseThrow(() -> refused(OAuth2ErrorCodes.INVALID_CLIENT, ErrorCode.PARTNER_UNKNOWN));
        if (proof != CredentialProof.RIGHT) {
            throw proof == CredentialProof.EXPIRED
                    ? refused(OAuth2ErrorCodes.INVALID_CLIENT, ErrorCode.CREDENTIAL_EXPIRED)
                    : wrong(sent);
        }
        return partner;
    }

    /** The credential that was shown: the token that follows ends with it. */
    private Optional<UUID> credentialOf(PartnerId id, OAuth2ClientAuthenticationToken asked) {
        String sent = String.valueOf(asked.getCredentials());
        return partners.credentialOf(id, sent)
                .or(() -> partners.credentialOf(id, otherReading(sent, asked.getClientAuthenticationMethod())));
    }

    private CredentialProof proof(PartnerId id, String sent, String otherReading) {
        CredentialProof asSent = partners.proveSecret(id, sent);
        if (asSent == CredentialProof.RIGHT || otherReading.equals(sent)) {
            return asSent;
        }
        CredentialProof other = partners.proveSecret(id, otherReading);
        return other == CredentialProof.WRONG ? asSent : other;
    }

    /** Over Basic the secret may be form-encoded; in a form a plus sign that was not encoded has become a space. */
    private static String otherReading(String sent, ClientAuthenticationMethod method) {
        return method.equals(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                ? BasicClient.decoded(sent)
                : sent.replace(' ', '+');
    }

    private static OAuth2AuthenticationException wrong(String sent) {
        boolean special = sent.indexOf('+') >= 0 || sent.indexOf('%') >= 0 || sent.indexOf(' ') >= 0;
        return special
                ? new OAuth2AuthenticationException(
                        new OAuth2Error(OAuth2ErrorCodes.INVALID_CLIENT),
                        BusException.of(ErrorCode.CREDENTIALS_WRONG, SECRET, ENCODED))
                : refused(OAuth2ErrorCodes.INVALID_CLIENT, ErrorCode.CREDENTIALS_WRONG);
    }

    private static OAuth2AuthenticationException refused(String error, ErrorCode code) {
        return new OAuth2AuthenticationException(new OAuth2Error(error), new BusException(code, null));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return OAuth2ClientAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
