package vn.dancu.bus.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Wrong settings of issuers stop the start, and say which and why. */
class AccountSettingsTest {

    private static final Map<String, String> RIGHT = Map.of(
            "issuers.portal.kind", "portal-account",
            "issuers.portal.issuer", "https://sso.example.vn/oauth2/token",
            "issuers.portal.jwks", "https://sso.example.vn/oauth2/jwks",
            "issuers.portal.audiences.g22-portal", "client-a,client-b");

    @Test
    void hasDefaultsForAllThatIsNotTheIssuersOwn() {
        AccountSettings settings = bound(RIGHT);

        AccountSettings.Issuer portal = settings.issuers().get("portal");
        assertThat(portal.audiences()).containsEntry("g22-portal", List.of("client-a", "client-b"));
        assertThat(portal.levels()).containsEntry("LoA1", 1);
        assertThat(portal.claims().number()).isEqualTo("SoDinhDanh");
        assertThat(portal.algorithms()).containsExactly("RS256");
        assertThat(settings.levelAt("record")).isEqualTo(1);
    }

    @Test
    void takesNamesOfClaimsAndLevelsAsTheyAreWritten() {
        AccountSettings settings = bound(with(Map.of(
                "issuers.portal.claims.account-type", "",
                "issuers.portal.claims.birth-date-form", "dd/MM/yyyy",
                "issuers.portal.levels.LoA2", "2",
                "address-levels.consents", "2")));

        assertThat(settings.issuers().get("portal").claims().accountType()).isEmpty();
        assertThat(settings.issuers().get("portal").levels()).containsExactly(Map.entry("LoA2", 2));
        assertThat(settings.levelAt("consents")).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    issuers.portal.jwks                   | http://sso.example.vn/jwks    | jwks must be an https address
                    issuers.portal.jwks                   | ftp://127.0.0.1/jwks          | jwks must be an https address
                    issuers.portal.kind                   | subscriber                    | kind must be portal-account or eid-account
                    issuers.portal.algorithms             | none                          | algorithms must be of RS256
                    issuers.portal.algorithms             | HS256                         | algorithms must be of RS256
                    issuers.portal.algorithms             | RS256,HS512                   | algorithms must be of RS256
                    issuers.portal.algorithms             | ES256K                        | algorithms must be of RS256
                    issuers.portal.audiences.g22-portal   | ''                            | audiences.g22-portal must be one or more
                    issuers.portal.clock-skew             | 1h                            | clock-skew must be 0s to 5m
                    issuers.portal.max-age                | 30d                           | max-age must be 1m to 24h
                    issuers.portal.levels.LoA1            | 9                             | levels.LoA1 must be a level
                    issuers.portal.mend-link              | javascript:alert              | mend-link must be an https address
                    issuers.portal.claims.birth-date-form | MM/dd/yy                      | birth-date-form must be yyyyMMdd
                    issuers.portal.claims.number          | ''                            | claims.number must be the name of a claim
                    issuers.portal.keys.cache             | 0s                            | keys.cache must be 1s to 24h
                    issuers.portal.keys.max-size          | 1GB                           | keys.max-size must be 1KB to 4MB
                    issuers.portal.keys.proxy             | proxy.internal:3128           | keys.proxy must be http://host:port
                    issuers.portal.issuer                 | sso.example.vn                | issuer must be an absolute address
                    level                                 | 0                             | level must be 1 to 4
                    address-levels.record                 | 5                             | address-levels.record must be a level
                    requests-per-minute                   | 0                             | requests-per-minute must be 1
                    """)
    void refusesWhatCannotBe(String key, String value, String rule) {
        assertThatThrownBy(() -> bound(with(Map.of(key, value))))
                .isInstanceOf(BindException.class)
                .rootCause()
                .hasMessageStartingWith("dancu.citizen.")
                .hasMessageContaining(rule);
    }

    @Test
    void refusesTwoIssuersOfOneName() {
        Map<String, String> twice = new HashMap<>(RIGHT);
        RIGHT.forEach((key, value) -> twice.put(key.replace("issuers.portal.", "issuers.other."), value));
        twice.put("issuers.other.audiences.g22-portal", "client-a");

        assertThatThrownBy(() -> bound(twice)).rootCause().hasMessageContaining("iss chooses among them");
    }

    private static Map<String, String> with(Map<String, String> changes) {
        Map<String, String> all = new HashMap<>(RIGHT);
        all.putAll(changes);
        return all;
    }

    private static AccountSettings bound(Map<String, String> settings) {
        Map<String, String> keys = new HashMap<>();
        settings.forEach((key, value) -> keys.put("dancu.citizen." + key, value));
        return new Binder(new MapConfigurationPropertySource(keys))
                .bindOrCreate("dancu.citizen", AccountSettings.class);
    }
}
