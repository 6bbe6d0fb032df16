package vn.dancu.bus.gateway.rest.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import vn.dancu.bus.fixtures.ShiftedClock;

class VerifiedTokensTest {

    private final ShiftedClock clock = new ShiftedClock();
    private final List<String> verified = new ArrayList<>();
    private final VerifiedTokens tokens =
            new VerifiedTokens(this::verify, new TokenValidity(clock), Duration.ofMinutes(10));

    @Test
    void verifiesTheSignatureOnceAndGivesTheSameTokenAgain() {
        Jwt first = tokens.decode("one");
        Jwt second = tokens.decode("one");

        assertThat(verified).containsExactly("one");
        assertThat(second.getClaims()).isEqualTo(first.getClaims());
        assertThat(second.getHeaders()).isEqualTo(first.getHeaders());
        assertThat(second.getTokenValue()).isEqualTo("one");
    }

    @Test
    void verifiesEachTokenByItself() {
        tokens.decode("one");
        tokens.decode("two");

        assertThat(verified).containsExactly("one", "two");
    }

    @Test
    void verifiesATokenAgainThatWasNotGood() {
        assertThatThrownBy(() -> tokens.decode("forged")).isInstanceOf(BadJwtException.class);
        assertThatThrownBy(() -> tokens.decode("forged")).isInstanceOf(BadJwtException.class);

        assertThat(verified).containsExactly("forged", "forged");
    }

    @Test
    void saysThatAKnownTokenHasExpired() {
        tokens.decode("one");
        clock.shift(Duration.ofMinutes(11));

        assertThatThrownBy(() -> tokens.decode("one"))
                .isInstanceOfSatisfying(JwtValidationException.class, e -> assertThat(e.getErrors())
                        .contains(TokenValidity.EXPIRED));
    }

    private Jwt verify(String token) {
        verified.add(token);
        if (token.equals("forged")) {
            throw new BadJwtException("not signed");
        }
        Instant now = clock.instant();
        return Jwt.withTokenValue(token)
                .header("alg", "RS256")
                .subject("h41-lgsp")
                .notBefore(now)
                .expiresAt(now.plusSeconds(600))
                .build();
    }
}
