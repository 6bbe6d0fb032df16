package vn.dancu.bus.gateway.rest.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

class TokenValidityTest {

    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");

    private final TokenValidity validity = new TokenValidity(Clock.fixed(NOW, ZoneOffset.UTC));

    @ParameterizedTest
    @CsvSource({"-60, 540, true", "-60, 1, true", "-60, -29, true", "-60, -31, false", "29, 600, true", "31, 600, false"
    })
    void allowsForClocksThatDifferALittle(long notBefore, long expires, boolean good) {
        OAuth2TokenValidatorResult result =
                validity.validate(token(NOW.plusSeconds(notBefore), NOW.plusSeconds(expires)));

        assertThat(result.hasErrors()).isEqualTo(!good);
    }

    @Test
    void takesATokenThatNeverEndsForExpired() {
        assertThat(validity.validate(token(NOW, null)).getErrors()).containsExactly(TokenValidity.EXPIRED);
    }

    private static Jwt token(Instant notBefore, @Nullable Instant expires) {
        return Jwt.withTokenValue("token")
                .header("alg", "RS256")
                .subject("h41-lgsp")
                .notBefore(notBefore)
                .claims(claims -> {
                    if (expires != null) {
                        claims.put("exp", expires);
                    }
                })
                .build();
    }
}
