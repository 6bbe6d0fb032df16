package vn.dancu.bus.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import vn.dancu.bus.fixtures.ShiftedClock;

class OidcTokensTest {

    private static final String AUDIENCE = "dancu-desk";
    private static RSAKey rsa;
    private static ECKey ec;

    private final ShiftedClock clock = new ShiftedClock();
    private final AtomicInteger fetches = new AtomicInteger();
    private HttpServer provider;
    private String issuer;
    private JwtDecoder decoder;

    @BeforeAll
    static void makeKeys() throws JOSEException {
        rsa = new RSAKeyGenerator(2048).keyID("rsa").generate();
        ec = new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
    }

    @BeforeEach
    void startProvider() throws IOException {
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer = "http://127.0.0.1:" + provider.getAddress().getPort();
        provider.createContext("/.well-known/openid-configuration", exchange -> {
            fetches.incrementAndGet();
            answer(exchange, "{\"issuer\":\"" + issuer + "\",\"jwks_uri\":\"" + issuer + "/keys\"}");
        });
        provider.createContext(
                "/keys",
                exchange -> answer(
                        exchange, new JWKSet(java.util.List.of(rsa.toPublicJWK(), ec.toPublicJWK())).toString()));
        provider.start();
        decoder = OidcTokens.decoder(URI.create(issuer), AUDIENCE, null, clock);
    }

    @AfterEach
    void stopProvider() {
        provider.stop(0);
    }

    @Test
    void takesBothAlgorithms() throws JOSEException {
        assertThat(decoder.decode(signed(JWSAlgorithm.RS256, "rsa", new RSASSASigner(rsa), claims()))
                        .getSubject())
                .isEqualTo("s");
        assertThat(decoder.decode(signed(JWSAlgorithm.ES256, "ec", new ECDSASigner(ec), claims()))
                        .getSubject())
                .isEqualTo("s");
        assertThat(fetches).hasValue(1);
    }

    @Test
    void takesNoOtherAlgorithm() throws JOSEException {
        byte[] publicKey = rsa.toRSAPublicKey().getEncoded();

        refuses(signed(JWSAlgorithm.RS512, "rsa", new RSASSASigner(rsa), claims()));
        refuses(signed(JWSAlgorithm.HS256, "rsa", new MACSigner(publicKey), claims()));
        refuses(new PlainJWT(claims().build()).serialize());
    }

    @Test
    void takesNoOtherIssuerAndNoOtherAudience() throws JOSEException {
        refuses(token(claims().issuer(issuer + "/")));
        refuses(token(claims().issuer(null)));
        refuses(token(claims().audience("another")));
        refuses(token(claims().audience((String) null)));
    }

    @Test
    void takesATokenOnlyInItsTimeByTheClockOfTheBus() throws JOSEException {
        String token = token(claims());

        clock.shift(Duration.ofMinutes(11));
        assertThatThrownBy(() -> decoder.decode(token))
                .isInstanceOfSatisfying(JwtValidationException.class, e -> assertThat(e.getErrors())
                        .contains(OidcTokens.EXPIRED));
        clock.shift(Duration.ofMinutes(-11));
        refuses(token);
        clock.shift(Duration.ZERO);
        refuses(token(claims().expirationTime(null)));
    }

    @Test
    void takesNoKeyOfAStranger() throws JOSEException {
        RSAKey stranger = new RSAKeyGenerator(2048).keyID("rsa").generate();
        RSAKey unknown = new RSAKeyGenerator(2048).keyID("unknown").generate();

        refuses(signed(JWSAlgorithm.RS256, "rsa", new RSASSASigner(stranger), claims()));
        String token = signed(JWSAlgorithm.RS256, "unknown", new RSASSASigner(unknown), claims());
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> decoder.decode(token)).isInstanceOf(JwtException.class);
        }
        assertThat(fetches.get())
                .as("unknown keys do not make it ask each time")
                .isLessThan(5);
    }

    @Test
    void saysThatTheProviderIsAwayAndGoesOnWithTheKeysItHas() throws JOSEException {
        String token = token(claims());
        JwtDecoder late = OidcTokens.decoder(URI.create(issuer), AUDIENCE, null, clock);
        decoder.decode(token);

        provider.stop(0);

        assertThatThrownBy(() -> late.decode(token))
                .isInstanceOf(JwtException.class)
                .isNotInstanceOf(BadJwtException.class);
        assertThat(decoder.decode(token).getSubject()).isEqualTo("s");
    }

    @Test
    void trustsNoDocumentOfAnotherIssuer() throws JOSEException {
        JwtDecoder other = OidcTokens.decoder(URI.create(issuer + "/"), AUDIENCE, null, clock);

        String token = token(claims().issuer(issuer + "/"));

        assertThatThrownBy(() -> other.decode(token)).isInstanceOf(JwtException.class);
    }

    private void refuses(String token) {
        assertThatThrownBy(() -> decoder.decode(token)).isInstanceOf(BadJwtException.class);
    }

    private JWTClaimsSet.Builder claims() {
        Instant now = clock.instant();
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject("s")
                .audience(AUDIENCE)
                .claim("nbf", now.getEpochSecond())
                .claim("exp", now.plusSeconds(600).getEpochSecond());
    }

    private static String token(JWTClaimsSet.Builder claims) throws JOSEException {
        return signed(JWSAlgorithm.RS256, "rsa", new RSASSASigner(rsa), claims);
    }

    private static String signed(JWSAlgorithm algorithm, String key, JWSSigner signer, JWTClaimsSet.Builder claims)
            throws JOSEException {
        SignedJWT token =
                new SignedJWT(new JWSHeader.Builder(algorithm).keyID(key).build(), claims.build());
        token.sign(signer);
        return token.serialize();
    }

    private static void answer(HttpExchange exchange, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
