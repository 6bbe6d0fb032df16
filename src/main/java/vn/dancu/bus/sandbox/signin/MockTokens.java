package vn.dancu.bus.sandbox.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcUserInfoAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/** What the tokens of an issuer say, with the fault that was ordered. */
record MockTokens(MockIssuer issuer, TokenFaultPlan faults, Clock clock)
        implements OAuth2TokenCustomizer<JwtEncodingContext> {

    /** Claims of the token and not of its owner. */
    private static final List<String> PROTOCOL = List.of("iss", "azp", "nonce", "jti", "sid", "acr");

    private static final Duration LIFE = Duration.ofMinutes(30);
    private static final Duration TOO_LONG_AGO = Duration.ofHours(2);
    private static final Duration TOO_EARLY = Duration.ofMinutes(10);

    @Override
    public void customize(JwtEncodingContext token) {
        if (!OidcParameterNames.ID_TOKEN.equals(token.getTokenType().getValue())
                || !(token.<Authentication>getPrincipal().getPrincipal() instanceof MockAccount account)) {
            return;
        }
        JwtClaimsSet.Builder claims = token.getClaims();
        issuer.claims(account).forEach(claims::claim);
        claims.claim("acr", issuer.level(account.level()));
        issued(claims, clock.instant());
        if (faults.plays(TokenFault.EXPIRED)) {
            issued(claims, clock.instant().minus(TOO_LONG_AGO));
        }
        if (faults.plays(TokenFault.FUTURE)) {
            issued(claims, clock.instant().plus(TOO_EARLY));
        }
        if (faults.plays(TokenFault.OTHER_AUDIENCE)) {
            claims.audience(List.of("another-portal")).claim("azp", "another-portal");
        }
        if (faults.plays(TokenFault.OTHER_NONCE)) {
            claims.claim("nonce", "the-nonce-of-another-sign-in");
        }
    }

    private static void issued(JwtClaimsSet.Builder claims, Instant moment) {
        claims.issuedAt(moment).expiresAt(moment.plus(LIFE));
    }

    /** The answer of the address for the owner's claims. */
    OidcUserInfo owner(OidcUserInfoAuthenticationContext context) {
        OAuth2Authorization authorization = context.getAuthorization();
        OAuth2Authorization.Token<OidcIdToken> token = authorization.getToken(OidcIdToken.class);
        Map<String, Object> said = token == null ? Map.of() : token.getToken().getClaims();
        OidcUserInfo.Builder owner = OidcUserInfo.builder().subject(authorization.getPrincipalName());
        said.forEach((name, value) -> {
            if (value instanceof String && !PROTOCOL.contains(name)) {
                owner.claim(name, value);
            }
        });
        return owner.build();
    }
}
