package vn.dancu.bus.sandbox.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import vn.dancu.bus.fixtures.CitizenVisitor;
import vn.dancu.bus.http.HttpSettings;
import vn.dancu.bus.sandbox.SandboxSignInSettings;
import vn.dancu.bus.sandbox.guide.PeopleKind;
import vn.dancu.bus.sandbox.guide.SyntheticPeople;
import vn.dancu.bus.sandbox.guide.SyntheticPerson;

/** Both issuers over HTTP: codes, tokens, keys, and the faults that can be ordered. */
class MockSignInTest {

    private static final SyntheticPerson PERSON =
            new SyntheticPerson("999000000001", null, "Nguyễn Thị Ươm", "1990-02-28", null);
    private static final String PORTAL = "http://127.0.0.1:8080";
    private static final String VERIFIER = "a".repeat(64);
    private static final String NONCE = "nonce-of-this-sign-in";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static MockSignIn issuers;
    private static String base;

    @BeforeAll
    static void start() {
        ClassLoaderTemplateResolver files = new ClassLoaderTemplateResolver();
        files.setPrefix("templates/");
        files.setSuffix(".html");
        files.setCharacterEncoding("UTF-8");
        SpringTemplateEngine templates = new SpringTemplateEngine();
        templates.setTemplateResolver(files);
        issuers = new MockSignIn(
                new SandboxSignInSettings(0, "cong-dvc-sandbox", "sandbox-cong-dvc", List.of()),
                new HttpSettings(URI.create(PORTAL)),
                new OnePerson(),
                templates,
                Clock.systemUTC());
        issuers.start();
        base = "http://127.0.0.1:" + issuers.port();
    }

    @AfterAll
    static void stop() {
        issuers.stop();
    }

    @Test
    void signsSomebodyInAtThePortalsIssuerAndSaysWhoItIs() throws Exception {
        CitizenVisitor visitor = new CitizenVisitor();
        CitizenVisitor.Page page = visitor.open(authorize("/oauth2/authorize", "portal", ""));
        assertThat(page.address().getPath()).isEqualTo("/sign-in");
        assertThat(page.body()).contains("Nguyễn Thị Ươm", "không có mật khẩu").doesNotContain("<script");
        assertThat(page.headers()).containsEntry("cache-control", "no-store");

        JsonNode tokens = tokens(visitor, MockIssuer.PORTAL, "AGREES");

        JWTClaimsSet claims = verified(tokens, "/oauth2/jwks");
        assertThat(claims.getIssuer()).isEqualTo(base);
        assertThat(claims.getAudience()).containsExactly("cong-dvc-sandbox");
        assertThat(claims.getClaims())
                .containsEntry("nonce", NONCE)
                .containsEntry("acr", "LoA2")
                .containsEntry("LoaiTaiKhoan", "1")
                .containsEntry("HoVaTen", "Nguyễn Thị Ươm")
                .containsEntry("SoDinhDanh", "999000000001")
                .containsEntry("NgayThangNamSinh", "19900228")
                .containsEntry("loginIdp", "BCA")
                .containsKeys("sub", "TechID", "jti", "iat", "exp");
        assertThat(owner("/oauth2/userinfo", tokens).path("HoVaTen").asText()).isEqualTo("Nguyễn Thị Ươm");
    }

    @Test
    void signsSomebodyInAtTheIssuerOfTheElectronicIdentity() throws Exception {
        CitizenVisitor visitor = new CitizenVisitor();
        visitor.open(authorize("/auth", "eid", ""));

        JsonNode tokens = tokens(visitor, MockIssuer.EID, "OTHER_BIRTH_DATE");

        JWTClaimsSet claims = verified(tokens, "/realms/citizen/protocol/openid-connect/certs");
        assertThat(claims.getIssuer()).isEqualTo(base + "/realms/citizen");
        assertThat(claims.getClaims())
                .containsEntry("acr", "2")
                .containsEntry("name", "Nguyễn Thị Ươm")
                .containsEntry("SoDinhDanh", "999000000001")
                .containsEntry("birthdate", "1901-01-31");
    }

    @Test
    void signsInAtOneIssuerAlone() {
        CitizenVisitor visitor = new CitizenVisitor();
        visitor.open(authorize("/oauth2/authorize", "portal", ""));
        signIn(visitor, MockIssuer.PORTAL, "AGREES");

        assertThat(visitor.get(authorize("/oauth2/authorize", "portal", "")).location())
                .as("signed in there")
                .startsWith(PORTAL);
        assertThat(visitor.open(authorize("/realms/citizen/protocol/openid-connect/auth", "eid", ""))
                        .address()
                        .getPath())
                .isEqualTo("/realms/citizen/sign-in");
    }

    @Test
    void takesNoCodeTwiceAndNoneWithoutItsVerifierOrForAnotherAddress() {
        CitizenVisitor visitor = new CitizenVisitor();
        visitor.open(authorize("/oauth2/authorize", "portal", ""));
        String code = signIn(visitor, MockIssuer.PORTAL, "AGREES");
        assertThat(exchange("/oauth2/token", code, "b".repeat(64), callback("portal"))
                        .statusCode())
                .isEqualTo(400);
        String again = code(visitor.get(authorize("/oauth2/authorize", "portal", "")));
        assertThat(exchange("/oauth2/token", again, VERIFIER, callback("portal"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(exchange("/oauth2/token", again, VERIFIER, callback("portal"))
                        .statusCode())
                .as("used before")
                .isEqualTo(400);

        String elsewhere = authorize("/oauth2/authorize", "portal", "").replace("signed-in", "elsewhere");
        assertThat(visitor.get(elsewhere).status())
                .as("no address of the portal")
                .isEqualTo(400);
        assertThat(visitor.get(authorize("/oauth2/authorize", "portal", "").replaceAll("&code_challenge.*", ""))
                        .location())
                .contains("error=invalid_request");
    }

    @Test
    void asksAgainWhenNobodyWasChosen() {
        CitizenVisitor visitor = new CitizenVisitor();
        visitor.open(authorize("/oauth2/authorize", "portal", ""));

        CitizenVisitor.Page again =
                visitor.submit(base + "/sign-in", Map.of("other", "999090000001", "agreement", "AGREES", "level", "2"));
        CitizenVisitor.Page forged = new CitizenVisitor()
                .post(base + "/sign-in", Map.of("number", PERSON.soDinhDanh(), "agreement", "AGREES", "level", "2"));

        assertThat(again.body()).contains("Chưa chọn được người");
        assertThat(forged.status()).as("a form without its token").isEqualTo(403);
    }

    @Test
    void playsTheFaultsThatAreOrderedAndMakesNewKeys() throws Exception {
        order("{\"expired\":1,\"other-audience\":1,\"other-nonce\":1,\"keys-away\":1}", 200);
        CitizenVisitor visitor = new CitizenVisitor();
        visitor.open(authorize("/oauth2/authorize", "portal", ""));
        JsonNode tokens = tokens(visitor, MockIssuer.PORTAL, "AGREES");
        assertThat(keys().statusCode()).isEqualTo(503);
        JWTClaimsSet claims = verified(tokens, "/oauth2/jwks");

        assertThat(claims.getExpirationTime().toInstant()).isBefore(Instant.now());
        assertThat(claims.getAudience()).containsExactly("another-portal");
        assertThat(claims.getClaims()).containsEntry("nonce", "the-nonce-of-another-sign-in");
        order("{\"made-up\":1}", 400);

        String before = keys().body();
        assertThat(send(HttpRequest.newBuilder(URI.create(base + "/keys/rotate"))
                                .POST(HttpRequest.BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(204);
        assertThat(keys().body()).isNotEqualTo(before);
    }

    @Test
    void signsOutAndGoesBackToThePortalAlone() throws Exception {
        CitizenVisitor visitor = new CitizenVisitor();
        visitor.open(authorize("/oauth2/authorize", "portal", ""));
        String token =
                tokens(visitor, MockIssuer.PORTAL, "AGREES").path("id_token").asText();

        String leave = base + "/oidc/logout?id_token_hint=" + token + "&post_logout_redirect_uri=";
        assertThat(visitor.get(leave + "https://example.vn/").status()).isEqualTo(400);
        assertThat(visitor.get(leave + PORTAL + "/sandbox/citizen").location()).isEqualTo(PORTAL + "/sandbox/citizen");
        assertThat(visitor.open(authorize("/oauth2/authorize", "portal", ""))
                        .address()
                        .getPath())
                .isEqualTo("/sign-in");
    }

    private static String authorize(String path, String issuer, String more) {
        return base + path
                + "?response_type=code&client_id=cong-dvc-sandbox&scope=openid&acr_values=LoA1&state=s1&nonce="
                + NONCE + "&redirect_uri=" + encoded(callback(issuer)) + more
                + "&code_challenge_method=S256&code_challenge="
                + challenge();
    }

    private static String callback(String issuer) {
        return PORTAL + "/sandbox/citizen/signed-in/" + issuer;
    }

    /** Chooses the person; the code with which the browser is sent back. */
    private static String signIn(CitizenVisitor visitor, MockIssuer issuer, String agreement) {
        CitizenVisitor.Page back = visitor.post(
                base + issuer.page(),
                Map.of("number", PERSON.soDinhDanh(), "agreement", agreement, "level", "2", "kind", "1"));
        return code(visitor.get(back.location()));
    }

    private static String code(CitizenVisitor.Page back) {
        assertThat(back.location()).contains("/sandbox/citizen/signed-in/").contains("state=s1");
        return back.location().replaceAll(".*[?&]code=([^&]+).*", "$1");
    }

    private static JsonNode tokens(CitizenVisitor visitor, MockIssuer issuer, String agreement) throws Exception {
        String code = signIn(visitor, issuer, agreement);
        String path = issuer == MockIssuer.PORTAL ? "/oauth2/token" : "/realms/citizen/protocol/openid-connect/token";
        return JSON.readTree(
                exchange(path, code, VERIFIER, callback(issuer.id())).body());
    }

    private static HttpResponse<String> exchange(String path, String code, String verifier, String callback) {
        String body = "grant_type=authorization_code&code=" + encoded(code) + "&redirect_uri=" + encoded(callback)
                + "&code_verifier=" + verifier;
        String pair = Base64.getEncoder()
                .encodeToString("cong-dvc-sandbox:sandbox-cong-dvc".getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Basic " + pair)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static JWTClaimsSet verified(JsonNode tokens, String keys) throws Exception {
        SignedJWT token = SignedJWT.parse(tokens.path("id_token").asText());
        String published = send(HttpRequest.newBuilder(URI.create(base + keys))).body();
        assertThat(token.verify(new RSASSAVerifier(
                        JWKSet.parse(published).getKeys().get(0).toRSAKey())))
                .isTrue();
        return token.getJWTClaimsSet();
    }

    private static JsonNode owner(String path, JsonNode tokens) throws Exception {
        return JSON.readTree(send(HttpRequest.newBuilder(URI.create(base + path))
                        .header(
                                "Authorization",
                                "Bearer " + tokens.path("access_token").asText()))
                .body());
    }

    private static HttpResponse<String> keys() {
        return send(HttpRequest.newBuilder(URI.create(base + "/oauth2/jwks")));
    }

    private static void order(String plan, int status) {
        assertThat(send(HttpRequest.newBuilder(URI.create(base + "/faults"))
                                .PUT(HttpRequest.BodyPublishers.ofString(plan)))
                        .statusCode())
                .isEqualTo(status);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String challenge() {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static final class OnePerson implements SyntheticPeople {

        @Override
        public List<SyntheticPerson> list(PeopleKind kind, int limit) {
            return kind == PeopleKind.ALL ? List.of(PERSON) : List.of();
        }

        @Override
        public Optional<SyntheticPerson> find(String number) {
            return number.equals(PERSON.soDinhDanh()) ? Optional.of(PERSON) : Optional.empty();
        }
    }
}
