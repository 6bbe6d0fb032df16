package vn.dancu.bus.gateway.rest.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/** Whether a token is good at this moment, by a clock that may differ a little from the issuing instance's. */
final class TokenValidity implements OAuth2TokenValidator<Jwt> {

    static final OAuth2Error EXPIRED = new OAuth2Error("token_expired");
    private static final OAuth2Error NOT_YET = new OAuth2Error("invalid_token");
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);

    private final Clock clock;

    TokenValidity(Clock clock) {
        this.clock = clock;
    }

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        Instant now = clock.instant();
        if (isBefore(token.getExpiresAt(), now.minus(CLOCK_SKEW))) {
            return OAuth2TokenValidatorResult.failure(EXPIRED);
        }
        return isBefore(token.getNotBefore(), now.plus(CLOCK_SKEW))
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(NOT_YET);
    }

    /** A token without an expiry counts as expired. */
    private static boolean isBefore(@Nullable Instant moment, Instant other) {
        return moment == null || moment.isBefore(other);
    }
}
