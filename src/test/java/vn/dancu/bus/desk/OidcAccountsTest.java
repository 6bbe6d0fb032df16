package vn.dancu.bus.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;

class OidcAccountsTest {

    private static final List<String> INSPECTOR = List.of("inspector");

    @Test
    void readsRolesFromAClaimNamedByAnAddress() {
        assertThat(roles("https://id.example.vn/roles", Map.of("https://id.example.vn/roles", INSPECTOR)))
                .containsExactly("ROLE_inspector");
    }

    @Test
    void readsRolesFromANestedClaim() {
        assertThat(roles("realm_access.roles", Map.of("realm_access", Map.of("roles", INSPECTOR))))
                .containsExactly("ROLE_inspector");
        assertThat(roles(
                        "https://id.example.vn/app.roles",
                        Map.of("https://id.example.vn/app", Map.of("roles", INSPECTOR))))
                .containsExactly("ROLE_inspector");
        assertThat(roles(
                        "resource_access.https://bus.example.vn.roles",
                        Map.of("resource_access", Map.of("https://bus.example.vn", Map.of("roles", INSPECTOR)))))
                .containsExactly("ROLE_inspector");
    }

    @Test
    void takesAClaimOfTheWholeNameFirst() {
        assertThat(roles("a.b", Map.of("a.b", INSPECTOR, "a", Map.of("b", List.of("operator")))))
                .containsExactly("ROLE_inspector");
    }

    @Test
    void findsNoRolesWhereTheClaimIsAbsentOrNoList() {
        assertThat(roles("a.b.c", Map.of("a", "x", "roles", INSPECTOR))).isEmpty();
        assertThat(roles("roles", Map.of("roles", "inspector"))).isEmpty();
    }

    @Test
    void readsTheAccountFromAClaimNamedByAnAddress() {
        Jwt token = token(Map.of("https://id.example.vn/account", "Khanh.ThanhTra"));

        assertThat(new OidcAccounts("https://id.example.vn/account", "roles")
                        .convert(token)
                        .getName())
                .isEqualTo("khanh.thanhtra");
    }

    private static List<String> roles(String claim, Map<String, Object> claims) {
        return new OidcAccounts("sub", claim)
                .convert(token(claims)).getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .toList();
    }

    private static Jwt token(Map<String, Object> claims) {
        return Jwt.withTokenValue("t")
                .header("alg", "RS256")
                .claim("sub", "khanh.thanhtra")
                .claims(all -> all.putAll(claims))
                .build();
    }
}
