package vn.dancu.bus.gateway.rest.security;

import java.util.List;
import java.util.UUID;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.partner.Partner;
import vn.dancu.bus.partner.Partners;

/**
 * The partner behind a token that is right. A token would outlive a suspension, and the credential that it was issued for, by
 * up to its lifetime, so both are looked at on every request; the details of the authentication are the {@link Partner}.
 */
final class BearerPartners implements Converter<Jwt, AbstractAuthenticationToken> {

    /** Claim with the id of the credential that a token was issued for; those of earlier versions have none. */
    static final String CREDENTIAL = "credential";

    private final Partners partners;

    BearerPartners(Partners partners) {
        this.partners = partners;
    }

    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        String subject = token.getSubject();
        if (subject == null || !PartnerId.isValid(subject)) {
            throw new PartnerRefusedException(Refusal.of(ErrorCode.TOKEN_INVALID), null);
        }
        PartnerId id = new PartnerId(subject);
        Partner partner = partners.find(id)
                .orElseThrow(() -> new PartnerRefusedException(Refusal.of(ErrorCode.PARTNER_UNKNOWN), id));
        partner.objection().or(() -> partners.objectionTo(id)).ifPresent(code -> {
            throw new PartnerRefusedException(Refusal.of(code), id);
        });
        String credential = token.getClaimAsString(CREDENTIAL);
        if (credential != null && !partners.has(id, UUID.fromString(credential))) {
            throw new PartnerRefusedException(Refusal.of(ErrorCode.TOKEN_INVALID), id);
        }
        JwtAuthenticationToken signedIn = new JwtAuthenticationToken(token, List.of(), subject);
        signedIn.setDetails(partner);
        return signedIn;
    }
}
