package vn.dancu.bus.citizen.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.citizen.AccountSettings;
import vn.dancu.bus.fixtures.CitizenIssuer;
import vn.dancu.bus.fixtures.Person;
import vn.dancu.bus.fixtures.ScriptedCitizens;
import vn.dancu.bus.fixtures.ShiftedClock;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;

/** Keys of an issuer that are exchanged, made up, or cannot be had. */
class IssuerKeysTest {

    private static final CitizenIssuer ISSUER = new CitizenIssuer("keys");
    private static final RSAKey NEXT = CitizenIssuer.newKey("keys-2");
    private static final Person PERSON = new Person("999000000001", null, "Nguyễn Văn Mẫu", "1990-05-17");

    private final ShiftedClock clock = new ShiftedClock();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile int status = 200;
    private volatile String published = new JWKSet(ISSUER.key()).toString();
    private HttpServer server;
    private CitizenAccounts accounts;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/jwks", exchange -> {
            asked.incrementAndGet();
            byte[] body = published.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        AccountSettings.Issuer issuer = TokenAttacksTest.settings(
                ISSUER.issuer(),
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/jwks"));
        IssuerKeys keys = new IssuerKeys("keys", new KeySetReader(issuer, null), issuer.keys(), clock);
        accounts = new AccountVerifier(
                Map.of(
                        ISSUER.issuer(),
                        new AccountVerifier.KnownIssuer(issuer, new IssuerTokens("keys", issuer, keys, clock))),
                new RememberedUses(),
                new RegisterMatch(new ScriptedCitizens()));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void readsThemOnceForManyTokens() {
        for (int i = 0; i < 20; i++) {
            assertThat(codeOf(ISSUER.key())).isNull();
        }

        assertThat(asked).hasValue(1);
    }

    @Test
    void readsThemAnewForAKeyItDoesNotKnowButSeldom() {
        assertThat(codeOf(ISSUER.key())).isNull();
        published = new JWKSet(NEXT).toString();

        assertThat(codeOf(NEXT)).as("at once: too soon to ask again").isEqualTo(ErrorCode.CITIZEN_TOKEN_INVALID);
        clock.shift(Duration.ofSeconds(6));
        assertThat(codeOf(NEXT)).isNull();
        RSAKey madeUp = CitizenIssuer.newKey("made-up");
        for (int i = 0; i < 20; i++) {
            assertThat(codeOf(madeUp)).isEqualTo(ErrorCode.CITIZEN_TOKEN_INVALID);
        }
        assertThat(asked).hasValue(2);
    }

    @Test
    void goesOnWithKnownKeysWhileTheIssuerIsAwayHoweverManyKeysAreMadeUp() {
        assertThat(codeOf(ISSUER.key())).isNull();
        status = 503;
        RSAKey madeUp = CitizenIssuer.newKey("made-up");

        for (int minutes = 1; minutes < 64; minutes += 3) {
            clock.shift(Duration.ofMinutes(minutes));
            assertThat(codeOf(madeUp)).as("cannot be known").isEqualTo(ErrorCode.ISSUER_UNAVAILABLE);
            assertThat(codeOf(ISSUER.key())).isNull();
        }
        clock.shift(Duration.ofMinutes(66));
        assertThat(codeOf(ISSUER.key())).isEqualTo(ErrorCode.ISSUER_UNAVAILABLE);
        status = 200;
        clock.shift(Duration.ofMinutes(67));
        assertThat(codeOf(ISSUER.key())).isNull();
    }

    @Test
    void takesNoKeysThatAreNone() {
        for (String wrong : new String[] {
            "",
            "{",
            "[]",
            "{}",
            "{\"keys\":[]}",
            "{\"keys\":[{\"kty\":\"oct\",\"k\":\"c2VjcmV0\"}]}",
            "<html>",
            " ".repeat(300_000)
        }) {
            published = wrong;
            clock.shift(Duration.ofSeconds(asked.get() * 10L));
            assertThat(codeOf(ISSUER.key())).as(wrong).isEqualTo(ErrorCode.ISSUER_UNAVAILABLE);
        }
    }

    private @Nullable ErrorCode codeOf(RSAKey key) {
        String token = CitizenIssuer.signed(key, JSONObjectUtils.toJSONString(ISSUER.claims(PERSON, clock.instant())));
        BusException refused = catchThrowableOfType(
                BusException.class,
                () -> accounts.verify(new ShownToken(token, CitizenIssuer.NONCE, new PartnerId("g22-portal")), 1));
        return refused == null ? null : refused.refusal().code();
    }
}
