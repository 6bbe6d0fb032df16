package vn.dancu.bus.sandbox.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Date;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.ssl.SslBundle;

class SelfSignedKeyTest {

    private static final Instant NOW = Instant.parse("2026-11-29T03:00:00Z");

    @TempDir
    Path data;

    private Path folder;

    @BeforeEach
    void nameFolder() {
        folder = data.resolve("signature");
    }

    @Test
    void makesAKeyForSignaturesThatOnlyItsOwnerReads() throws Exception {
        SslBundle bundle = bundle();

        X509Certificate certificate = certificate(bundle);
        certificate.verify(certificate.getPublicKey());
        certificate.checkValidity(Date.from(NOW));
        certificate.checkValidity(Date.from(NOW.plus(Duration.ofDays(3000))));
        assertThat(certificate.getKeyUsage()).startsWith(true, false);
        assertThat(certificate.getBasicConstraints()).as("it issues nothing").isEqualTo(-1);
        assertFits(bundle);
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("key.pem"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void keepsTheKeyOverStarts() throws Exception {
        X509Certificate first = certificate(bundle());

        assertThat(certificate(bundle())).isEqualTo(first);
    }

    @Test
    void hasAnotherKeyInEachFolder() throws Exception {
        X509Certificate first = certificate(bundle());
        folder = data.resolve("other");

        assertThat(certificate(bundle()).getPublicKey()).isNotEqualTo(first.getPublicKey());
    }

    @Test
    void makesBothAnewWhereOneIsMissing() throws Exception {
        for (String lost : new String[] {"key.pem", "certificate.pem"}) {
            X509Certificate before = certificate(bundle());
            Files.delete(folder.resolve(lost));

            SslBundle after = bundle();

            assertThat(certificate(after).getPublicKey()).isNotEqualTo(before.getPublicKey());
            assertFits(after);
        }
    }

    private SslBundle bundle() {
        return new SelfSignedKey(folder, Clock.fixed(NOW, ZoneOffset.UTC)).bundle();
    }

    private static void assertFits(SslBundle bundle) throws Exception {
        KeyStore store = bundle.getStores().getKeyStore();
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign((PrivateKey) store.getKey(alias(store), null));
        signature.update(new byte[] {1});
        byte[] made = signature.sign();
        signature.initVerify(certificate(bundle));
        signature.update(new byte[] {1});
        assertThat(signature.verify(made)).isTrue();
    }

    private static X509Certificate certificate(SslBundle bundle) throws Exception {
        KeyStore store = bundle.getStores().getKeyStore();
        return (X509Certificate) store.getCertificate(alias(store));
    }

    private static String alias(KeyStore store) throws Exception {
        return Collections.list(store.aliases()).get(0);
    }
}
