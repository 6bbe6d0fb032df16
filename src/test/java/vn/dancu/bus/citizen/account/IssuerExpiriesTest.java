package vn.dancu.bus.citizen.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.bus.citizen.AccountSettings;
import vn.dancu.bus.expiry.ExpiringItem;
import vn.dancu.bus.signing.SigningKeys;

class IssuerExpiriesTest {

    private static final Instant FROM = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant END = FROM.plus(30, ChronoUnit.DAYS);

    @Test
    void listsKeysOfAFileThatHaveACertificateOrAnEnd(@TempDir Path folder) throws Exception {
        KeyPair pair = SigningKeys.rsa();
        Base64 certificate = Base64.encode(
                SigningKeys.certificate(pair, FROM, KeyUsage.digitalSignature).getEncoded());
        RSAKey key =
                new RSAKey.Builder((RSAPublicKey) pair.getPublic()).keyID("k1").build();
        List<JWK> keys = List.of(
                new RSAKey.Builder(key).x509CertChain(List.of(certificate)).build(),
                new RSAKey.Builder(key)
                        .keyID("k2")
                        .expirationTime(Date.from(END))
                        .build(),
                new RSAKey.Builder(key).keyID("k3").build());
        Path file = Files.writeString(folder.resolve("keys.json"), new JWKSet(keys).toString());

        List<ExpiringItem> items = items(file);

        assertThat(items).hasSize(2).allSatisfy(item -> {
            assertThat(item.kind()).isEqualTo(ExpiringItem.Kind.TRUST);
            assertThat(item.use()).isEqualTo("dancu.citizen.issuers.file.jwks");
            assertThat(item.validUntil()).isEqualTo(END);
        });
        assertThat(items.get(0).subject()).contains("Nguoi ky thu nghiem");
        assertThat(items.get(1).id()).endsWith("/k2");

        Files.writeString(file, "none");
        assertThat(items(file)).singleElement().satisfies(item -> assertThat(item.validUntil())
                .isEqualTo(Instant.EPOCH));
    }

    /** An issuer with an address beside it, which renews its keys by itself. */
    private static List<ExpiringItem> items(Path file) {
        return new IssuerExpiries(new AccountSettings(
                        Map.of(
                                "file", TokenAttacksTest.settings("https://file.example.vn", file.toUri()),
                                "web",
                                        TokenAttacksTest.settings(
                                                "https://web.example.vn", URI.create("https://web.example.vn/jwks"))),
                        1,
                        Map.of(),
                        60))
                .items();
    }
}
