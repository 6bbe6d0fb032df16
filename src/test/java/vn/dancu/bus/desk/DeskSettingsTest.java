package vn.dancu.bus.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeskSettingsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"http://id.example", "ftp://id.example", "https:///realm", "https://id.example#x", "id.example"})
    void trustsNoIssuerThatAnybodyOnTheWayCouldBe(String issuer) {
        assertThatThrownBy(() -> oidc(issuer, null, "desk"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("dancu.desk.oidc.issuer must be");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://id.example/realms/dancu", "http://127.0.0.1:9000", "http://localhost:9000"})
    void takesAnIssuerUnderTlsOrOnLoopback(String issuer) {
        assertThat(oidc(issuer, null, "desk").issuer()).isEqualTo(URI.create(issuer));
    }

    @Test
    void takesNoIssuerWithoutAnAudienceAndNoPartWithoutAnIssuer() {
        assertThatThrownBy(() -> oidc("https://id.example", null, null)).hasMessageContaining("audience");
        assertThatThrownBy(() -> oidc("https://id.example", null, " ")).hasMessageContaining("audience");
        assertThatThrownBy(() -> oidc(null, "https://id.example/keys", null)).hasMessageContaining("issuer");
        assertThat(oidc(null, null, null).issuer()).isNull();
    }

    @Test
    void givesNobodyTheNameOrTheRoleOfTheBus() {
        assertThatThrownBy(() -> new DeskSettings.User("dancu-bus", "x", List.of("operator")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DeskSettings.User("an.nguyen", "x", List.of("bus")))
                .hasMessageContaining("roles of the desk");
        assertThatThrownBy(() -> new DeskSettings.User("an.nguyen", "x", List.of("partner")))
                .hasMessageContaining("roles of the desk");
        assertThat(new DeskSettings.User("an.nguyen", "x", List.of("operator"))).hasToString("User[an.nguyen]");
    }

    private static DeskSettings.Oidc oidc(@Nullable String issuer, @Nullable String jwks, @Nullable String audience) {
        return new DeskSettings.Oidc(
                issuer == null ? null : URI.create(issuer),
                jwks == null ? null : URI.create(jwks),
                audience,
                "roles",
                "preferred_username",
                null,
                null);
    }
}
