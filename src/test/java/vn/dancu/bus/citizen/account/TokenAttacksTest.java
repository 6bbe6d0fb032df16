package vn.dancu.bus.citizen.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.util.unit.DataSize;
import vn.dancu.bus.citizen.AccountSettings;
import vn.dancu.bus.citizen.Proof;
import vn.dancu.bus.citizen.VerifiedCitizen;
import vn.dancu.bus.fixtures.CitizenIssuer;
import vn.dancu.bus.fixtures.Person;
import vn.dancu.bus.fixtures.ScriptedCitizens;
import vn.dancu.bus.fixtures.ShiftedClock;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;

/** What is tried with tokens, and how each is refused: by a claim or part, and a rule. */
class TokenAttacksTest {

    private static final CitizenIssuer ISSUER = new CitizenIssuer("attacked");
    private static final RSAKey STRANGER = CitizenIssuer.newKey("attacked-1");
    private static final ForgedTokens FORGED = new ForgedTokens(ISSUER, STRANGER);
    private static final Person PERSON = new Person("999000000001", null, "Nguyễn Văn Mẫu", "1990-05-17");
    private static final PartnerId PORTAL = new PartnerId("g22-portal");
    private static final PartnerId OTHER = new PartnerId("h41-lgsp");

    private final ShiftedClock clock = new ShiftedClock();
    private final TokenUses uses = new RememberedUses();
    private CitizenAccounts accounts = accounts(uses);

    @BeforeEach
    void publishTheKey() {
        ISSUER.publish(ISSUER.key());
    }

    @Test
    void takesWhatIsRightAsOftenAsItsPortalShowsIt() {
        String token = ISSUER.token(PERSON, clock.instant());

        VerifiedCitizen citizen = accounts.verify(shown(token), 1);
        VerifiedCitizen again = accounts.verify(shown(token), 1);

        assertThat(citizen).isEqualTo(again);
        assertThat(citizen.number()).isEqualTo(ScriptedCitizens.CITIZEN);
        assertThat(citizen.proof()).isEqualTo(new Proof(Proof.Kind.PORTAL_ACCOUNT, "attacked", "LoA1"));
    }

    @TestFactory
    Stream<DynamicTest> refusesClaims() {
        return Stream.of(
                claim("another issuer", "iss", c -> c.put("iss", "https://evil.example.vn")),
                claim("no issuer", "iss", c -> c.remove("iss")),
                claim("an issuer with a slash more", "iss", c -> c.put("iss", ISSUER.issuer() + "/")),
                claim("another audience", "aud", c -> c.put("aud", "client-of-another")),
                claim("no audience", "aud", c -> c.remove("aud")),
                claim("audiences without ours", "aud", c -> c.put("aud", List.of("a", "b"))),
                claim(
                        "two audiences and nobody authorized",
                        "azp",
                        c -> c.put("aud", List.of(CitizenIssuer.AUDIENCE, "b"))),
                claim("another authorized party", "azp", c -> c.put("azp", "client-of-another")),
                claim("an authorized party that is no text", "azp", c -> c.put("azp", List.of(CitizenIssuer.AUDIENCE))),
                expired("expired beyond the skew", "exp", c -> c.put("exp", now() - 31)),
                expired("too old, though its exp is far", "iat", c -> {
                    c.put("iat", now() - 3700);
                    c.put("exp", now() + 360_000);
                }),
                claim("no expiry", "exp", c -> c.remove("exp")),
                claim("no time of issue", "iat", c -> c.remove("iat")),
                claim("issued in the future", "iat", c -> c.put("iat", now() + 31)),
                claim("not yet valid", "nbf", c -> c.put("nbf", now() + 31)),
                claim("another nonce", "nonce", c -> c.put("nonce", "nonce-9999999999")),
                claim("no nonce", "nonce", c -> c.remove("nonce")),
                claim("a nonce that is no text", "nonce", c -> c.put("nonce", List.of(CitizenIssuer.NONCE))),
                claim("an organisation's account", "LoaiTaiKhoan", c -> c.put("LoaiTaiKhoan", "2")),
                claim("an organisation's account as a number", "LoaiTaiKhoan", c -> c.put("LoaiTaiKhoan", 2)),
                claim("no kind of account", "LoaiTaiKhoan", c -> c.remove("LoaiTaiKhoan")),
                claim("a number that is a number", "SoDinhDanh", c -> c.put("SoDinhDanh", 999_000_000_001L)),
                claim("a list of numbers", "SoDinhDanh", c -> c.put("SoDinhDanh", List.of("999000000001"))),
                claim("full-width digits", "SoDinhDanh", c -> c.put("SoDinhDanh", "９９９０００００００００１")),
                claim("a short number", "SoDinhDanh", c -> c.put("SoDinhDanh", "99900000001")),
                claim("no name", "HoVaTen", c -> c.put("HoVaTen", " ")),
                claim("a name of signs", "HoVaTen", c -> c.put("HoVaTen", "---")),
                claim("an endless name", "HoVaTen", c -> c.put("HoVaTen", "A".repeat(201))),
                claim("an object for a name", "HoVaTen", c -> c.put("HoVaTen", Map.of("ho", "Nguyễn"))),
                claim("a day that is none", "NgayThangNamSinh", c -> c.put("NgayThangNamSinh", "19900230")),
                claim("another form of date", "NgayThangNamSinh", c -> c.put("NgayThangNamSinh", "1990-05-17")));
    }

    @TestFactory
    Stream<DynamicTest> refusesSignaturesThatAreNotTheIssuers() throws JOSEException {
        String right = ISSUER.token(PERSON, clock.instant());
        String[] parts = right.split("\\.");
        String claims = new String(Base64URL.from(parts[1]).decode(), StandardCharsets.UTF_8);
        return Stream.of(
                token("alg none", FORGED.part("{\"alg\":\"none\"}") + "." + parts[1] + "."),
                token(
                        "alg None with the signature",
                        FORGED.part("{\"alg\":\"None\"}") + "." + parts[1] + "." + parts[2]),
                token("no signature", parts[0] + "." + parts[1] + "."),
                token("HS256 with the public key", FORGED.signedByPublicKey(claims)),
                token("wrong key under the right id", CitizenIssuer.signed(STRANGER, claims)),
                token("PS256, which the issuer does not use", FORGED.signed(JWSAlgorithm.PS256, ISSUER.key(), claims)),
                token("one bit of the claims", parts[0] + "." + FORGED.flipped(parts[1]) + "." + parts[2]),
                token(
                        "a signature of another token",
                        parts[0] + "." + ISSUER.token(PERSON, Instant.EPOCH).split("\\.")[1] + "." + parts[2]),
                token("encrypted", FORGED.encrypted(claims)),
                token("nested", FORGED.encrypted(right)),
                token("a token in a token", CitizenIssuer.signed(ISSUER.key(), right)),
                token("a type for something else", FORGED.typed("at+jwt", claims)),
                token("a logout token", FORGED.typed("logout+jwt", claims)),
                token("its own key beside it", FORGED.withOwnKey(claims)),
                token("an address of keys", FORGED.withHeader("jku", "https://evil.example.vn/jwks", claims)),
                token("an address of a certificate", FORGED.withHeader("x5u", "https://evil.example.vn/x5u", claims)),
                token("a critical header that nobody knows", FORGED.critical(claims)),
                token("a key id that is a path", FORGED.withKeyId("../../../dev/null", claims)),
                token("a key id that is SQL", FORGED.withKeyId("' or 1=1 --", claims)),
                token("an endless key id", FORGED.withKeyId("k".repeat(5000), claims)));
    }

    @TestFactory
    Stream<DynamicTest> refusesTokensThatAreNone() throws JOSEException {
        String right = ISSUER.token(PERSON, clock.instant());
        String[] parts = right.split("\\.");
        String claims = new String(Base64URL.from(parts[1]).decode(), StandardCharsets.UTF_8);
        return Stream.of(
                token(
                        "an issuer twice",
                        CitizenIssuer.signed(
                                ISSUER.key(), claims.replaceFirst("\\{", "{\"iss\":\"https://evil.example.vn\","))),
                token(
                        "a number twice",
                        CitizenIssuer.signed(
                                ISSUER.key(), claims.replaceFirst("\\{", "{\"SoDinhDanh\":\"999000000009\","))),
                token(
                        "a text for a time",
                        CitizenIssuer.signed(
                                ISSUER.key(), claims.replaceFirst("\"exp\":[0-9]+", "\"exp\":\"tomorrow\""))),
                token("claims that are a list", CitizenIssuer.signed(ISSUER.key(), "[]")),
                token("claims that are nothing", CitizenIssuer.signed(ISSUER.key(), "null")),
                token(
                        "claims of 100 levels",
                        CitizenIssuer.signed(ISSUER.key(), "{\"a\":" + "[".repeat(500) + "]".repeat(500) + "}")),
                token("a megabyte", parts[0] + "." + "A".repeat(1 << 20) + "." + parts[2]),
                token("one character too many", right + "A".repeat(AccountVerifier.MAX_TOKEN)),
                token("two parts", parts[0] + "." + parts[1]),
                token("six parts", right + "." + right),
                token("letters of Vietnamese", "mã.của.công dân"),
                token("nothing between points", ".."));
    }

    @Test
    void toleratesTheSkewAndNoMore() {
        Map<String, Object> claims = ISSUER.claims(PERSON, clock.instant());
        claims.put("iat", now() + 20);
        claims.put("nbf", now() + 20);

        assertThat(accounts.verify(shown(ISSUER.signed(claims)), 1)).isNotNull();
    }

    @Test
    void asksForTheLevelOfTheAddress() {
        Map<String, Object> claims = ISSUER.claims(PERSON, clock.instant());
        claims.put("acr", "LoA2");

        assertThat(accounts.verify(shown(ISSUER.signed(claims)), 2)).isNotNull();
        claims.put("acr", "LoA1");
        assertRefused(ISSUER.signed(claims), 2, ErrorCode.ASSURANCE_TOO_LOW, "acr");
        claims.put("acr", "LoA99");
        assertRefused(ISSUER.signed(claims), 1, ErrorCode.ASSURANCE_TOO_LOW, "acr");
        claims.remove("acr");
        assertRefused(ISSUER.signed(claims), 1, ErrorCode.ASSURANCE_TOO_LOW, "acr");
    }

    @Test
    void isBoundToThePartnerThatShowsItFirst() {
        String token = ISSUER.token(PERSON, clock.instant());
        accounts.verify(shown(token), 1);

        BusException refused = refusal(() -> accounts.verify(new ShownToken(token, CitizenIssuer.NONCE, OTHER), 1));

        assertThat(refused.refusal().code()).isEqualTo(ErrorCode.CITIZEN_TOKEN_REPLAYED);
    }

    @Test
    void takesAnIdOfATokenForOneSignInAlone() {
        Map<String, Object> claims = ISSUER.claims(PERSON, clock.instant());
        accounts.verify(shown(ISSUER.signed(claims)), 1);
        claims.put("nonce", "nonce-of-another-sign-in");

        BusException refused = refusal(
                () -> accounts.verify(new ShownToken(ISSUER.signed(claims), "nonce-of-another-sign-in", PORTAL), 1));

        assertThat(refused.refusal().code()).isEqualTo(ErrorCode.CITIZEN_TOKEN_REPLAYED);
    }

    @Test
    void bindsATokenWithoutAnIdToo() {
        Map<String, Object> claims = ISSUER.claims(PERSON, clock.instant());
        claims.remove("jti");
        String token = ISSUER.signed(claims);
        accounts.verify(shown(token), 1);

        BusException refused = refusal(() -> accounts.verify(new ShownToken(token, CitizenIssuer.NONCE, OTHER), 1));

        assertThat(refused.refusal().code()).isEqualTo(ErrorCode.CITIZEN_TOKEN_REPLAYED);
    }

    @Test
    void takesAKeyThatTheIssuerHasExchangedAndDropsTheOldOne() {
        accounts.verify(shown(ISSUER.token(PERSON, clock.instant())), 1);
        RSAKey next = CitizenIssuer.newKey("attacked-2");
        ISSUER.publish(next);
        clock.shift(Duration.ofSeconds(6));
        String claims = JSONObjectUtils.toJSONString(ISSUER.claims(PERSON, clock.instant()));

        assertThat(accounts.verify(shown(CitizenIssuer.signed(next, claims)), 1))
                .isNotNull();
        assertRefused(ISSUER.token(PERSON, clock.instant()), 1, ErrorCode.CITIZEN_TOKEN_INVALID, "signature");
    }

    @Test
    void namesTheClaimsThatTheRegisterHasOtherwiseAndWhereThatIsMended() {
        Map<String, Object> claims = ISSUER.claims(PERSON, clock.instant());
        claims.put("HoVaTen", "NGUYEN  VAN MAU");
        claims.put("NgayThangNamSinh", "1990");
        assertThat(accounts.verify(shown(ISSUER.signed(claims)), 1)).isNotNull();

        claims.put("HoVaTen", "Nguyễn Văn Mậu Hai");
        claims.put("NgayThangNamSinh", "19900518");
        assertRefused(ISSUER.signed(claims), 1, ErrorCode.CITIZEN_NOT_MATCHED, "HoVaTen, NgayThangNamSinh");
        claims.put("SoDinhDanh", "999000000009");
        BusException unknown = refusal(() -> accounts.verify(shown(ISSUER.signed(claims)), 1));

        assertThat(unknown.refusal().field()).isEqualTo("SoDinhDanh");
        assertThat(unknown.refusal().rule()).contains("https://portal.example.vn/account", "công an cấp xã");
    }

    private DynamicTest claim(String name, String field, Consumer<Map<String, Object>> change) {
        return refused(name, field, ErrorCode.CITIZEN_TOKEN_INVALID, change);
    }

    private DynamicTest expired(String name, String field, Consumer<Map<String, Object>> change) {
        return refused(name, field, ErrorCode.CITIZEN_TOKEN_EXPIRED, change);
    }

    private DynamicTest refused(String name, String field, ErrorCode code, Consumer<Map<String, Object>> change) {
        return DynamicTest.dynamicTest(name, () -> {
            Map<String, Object> claims = ISSUER.claims(PERSON, clock.instant());
            change.accept(claims);
            assertRefused(ISSUER.signed(claims), 1, code, field);
        });
    }

    private DynamicTest token(String name, String token) {
        return DynamicTest.dynamicTest(name, () -> {
            BusException refused = refusal(() -> accounts.verify(shown(token), 1));
            assertThat(refused.refusal().code()).isEqualTo(ErrorCode.CITIZEN_TOKEN_INVALID);
            assertThat(refused.refusal().field()).isIn("DanCu-Citizen-Token", "signature", "iss");
        });
    }

    private void assertRefused(String token, int level, ErrorCode code, String field) {
        BusException refused = refusal(() -> accounts.verify(shown(token), level));
        assertThat(refused.refusal().code()).isEqualTo(code);
        assertThat(refused.refusal().field()).isEqualTo(field);
        assertThat(refused.refusal().rule()).isNotBlank().doesNotContain("999", "Nguyễn");
    }

    private static BusException refusal(ThrowingCallable call) {
        BusException refused = catchThrowableOfType(BusException.class, call);
        assertThat(refused).as("a refusal").isNotNull();
        return refused;
    }

    private static ShownToken shown(String token) {
        return new ShownToken(token, CitizenIssuer.NONCE, PORTAL);
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }

    private CitizenAccounts accounts(TokenUses remembered) {
        AccountSettings.Issuer issuer = settings(ISSUER);
        IssuerKeys keys = new IssuerKeys("attacked", new KeySetReader(issuer, null), issuer.keys(), clock);
        return new AccountVerifier(
                Map.of(
                        ISSUER.issuer(),
                        new AccountVerifier.KnownIssuer(issuer, new IssuerTokens("attacked", issuer, keys, clock))),
                remembered,
                new RegisterMatch(new ScriptedCitizens()));
    }

    static AccountSettings.Issuer settings(CitizenIssuer issuer) {
        return settings(issuer.issuer(), issuer.file().toUri());
    }

    static AccountSettings.Issuer settings(String issuer, URI jwks) {
        return new AccountSettings.Issuer(
                Proof.Kind.PORTAL_ACCOUNT,
                URI.create(issuer),
                jwks,
                Map.of(
                        PORTAL.value(), List.of(CitizenIssuer.AUDIENCE),
                        OTHER.value(), List.of(CitizenIssuer.AUDIENCE)),
                Set.of("RS256", "ES256"),
                Duration.ofSeconds(30),
                Duration.ofHours(1),
                "acr",
                null,
                URI.create("https://portal.example.vn/account"),
                new AccountSettings.Claims(
                        "SoDinhDanh", "HoVaTen", "NgayThangNamSinh", "yyyyMMdd", "LoaiTaiKhoan", Set.of("1")),
                new AccountSettings.Keys(
                        Duration.ofMinutes(5),
                        Duration.ofHours(1),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(2),
                        DataSize.ofKilobytes(256),
                        null,
                        null));
    }
}
