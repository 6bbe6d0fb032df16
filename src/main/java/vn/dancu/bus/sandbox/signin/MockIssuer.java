package vn.dancu.bus.sandbox.signin;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** One of the two issuers: its addresses and claims. */
enum MockIssuer {

    /** The single sign-on of the National Public Service Portal, as integrators have published it. */
    PORTAL("portal", "", "/oauth2/**", "/oidc/**", "/.well-known/**", "/sign-in") {
        @Override
        AuthorizationServerSettings settings(int port) {
            return AuthorizationServerSettings.builder()
                    .issuer(address(port))
                    .oidcLogoutEndpoint("/oidc/logout")
                    .oidcUserInfoEndpoint("/oauth2/userinfo")
                    .build();
        }

        @Override
        Map<String, Object> claims(MockAccount account) {
            Map<String, Object> claims = new LinkedHashMap<>();
            claims.put("TechID", account.getName());
            claims.put("LoaiTaiKhoan", account.organisation() ? "2" : "1");
            claims.put("HoVaTen", account.person().hoVaTen());
            claims.put("SoDinhDanh", account.person().soDinhDanh());
            claims.put("NgayThangNamSinh", account.person().ngaySinh().replace("-", ""));
            claims.put("loginIdp", "BCA");
            return claims;
        }

        @Override
        String level(int level) {
            return "LoA" + level;
        }
    },

    /** In the place of the electronic identity. What its tokens say is not public: these claims are those of OpenID Connect. */
    EID("eid", "/realms/citizen", "/realms/citizen/**") {
        @Override
        AuthorizationServerSettings settings(int port) {
            String base = "/protocol/openid-connect";
            return AuthorizationServerSettings.builder()
                    .multipleIssuersAllowed(true)
                    .authorizationEndpoint(base + "/auth")
                    .tokenEndpoint(base + "/token")
                    .jwkSetEndpoint(base + "/certs")
                    .oidcUserInfoEndpoint(base + "/userinfo")
                    .oidcLogoutEndpoint(base + "/logout")
                    .build();
        }

        @Override
        Map<String, Object> claims(MockAccount account) {
            Map<String, Object> claims = new LinkedHashMap<>();
            claims.put("SoDinhDanh", account.person().soDinhDanh());
            claims.put("name", account.person().hoVaTen());
            claims.put("birthdate", account.person().ngaySinh());
            return claims;
        }

        @Override
        String level(int level) {
            return String.valueOf(level);
        }
    };

    private final String id;
    private final String prefix;
    private final RequestMatcher paths;

    MockIssuer(String id, String prefix, String... paths) {
        this.id = id;
        this.prefix = prefix;
        PathPatternRequestMatcher.Builder patterns = PathPatternRequestMatcher.withDefaults();
        RequestMatcher[] matchers = new RequestMatcher[paths.length];
        for (int i = 0; i < paths.length; i++) {
            matchers[i] = patterns.matcher(paths[i]);
        }
        this.paths = new OrRequestMatcher(matchers);
    }

    abstract AuthorizationServerSettings settings(int port);

    /** What its tokens say of the owner of an account. */
    abstract Map<String, Object> claims(MockAccount account);

    /** How its tokens name a level of assurance ({@code acr}). */
    abstract String level(int level);

    /** Its name in the settings of the sandbox, and in addresses of the portal page. */
    String id() {
        return id;
    }

    /** The issuer, as {@code iss} has it. */
    String address(int port) {
        return "http://127.0.0.1:" + port + prefix;
    }

    /** The path of the page on which somebody chooses an account. */
    String page() {
        return prefix + "/sign-in";
    }

    /** The path of its keys. */
    String keys() {
        return prefix + settings(0).getJwkSetEndpoint();
    }

    /** Which requests are for this issuer. */
    RequestMatcher paths() {
        return paths;
    }
}
