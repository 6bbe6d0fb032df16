package vn.dancu.bus.desk;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Proves tokens of the identity provider: signature, issuer, audience and time. */
public final class OidcTokens implements OAuth2TokenValidator<Jwt> {

    static final OAuth2Error EXPIRED = new OAuth2Error("token_expired");
    private static final OAuth2Error INVALID = new OAuth2Error("invalid_token");
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);

    private final String issuer;
    private final String audience;
    private final Clock clock;

    private OidcTokens(String issuer, String audience, Clock clock) {
        this.issuer = issuer;
        this.audience = audience;
        this.clock = clock;
    }

    public static JwtDecoder decoder(URI issuer, String audience, @Nullable URI jwks, Clock clock) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(
                Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256), ProviderKeys.of(issuer, jwks)));
        processor.setJWTClaimsSetVerifier((claims, context) -> {
            // the times are checked in validate, by the injected clock
        });
        NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
        decoder.setJwtValidator(
                new DelegatingOAuth2TokenValidator<>(new OidcTokens(issuer.toString(), audience, clock)));
        return decoder;
    }

    /**
     * Whether the token was issued by the provider for this desk and is valid now; a token without an expiry is
     * invalid.
     */
    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        boolean ours = issuer.equals(token.getClaimAsString("iss"))
                && token.getAudience() != null
                && token.getAudience().contains(audience);
        Instant now = clock.instant();
        Instant from = token.getNotBefore();
        Instant until = token.getExpiresAt();
        if (!ours || until == null || from != null && from.isAfter(now.plus(CLOCK_SKEW))) {
            return OAuth2TokenValidatorResult.failure(INVALID);
        }
        return until.isBefore(now.minus(CLOCK_SKEW))
                ? OAuth2TokenValidatorResult.failure(EXPIRED)
                : OAuth2TokenValidatorResult.success();
    }
}
