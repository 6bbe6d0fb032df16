package vn.dancu.bus.command.conformance;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.signing.JwsSigner;

/** TLS of the suite by texts in PEM. */
final class ClientTls {

    private ClientTls() {}

    /**
     * @param certificate ours, with those above it; null to show none
     * @param key of the certificate, PKCS#8; there with it
     * @param trusted certificates of the other side or of its authorities; null for what the JDK trusts
     * @throws IllegalArgumentException when one of the texts is not that
     */
    static SSLContext of(@Nullable String certificate, @Nullable String key, @Nullable String trusted) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(
                    certificate == null || key == null ? null : keys(certificate, key),
                    trusted == null ? null : trust(trusted),
                    null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("Certificates in PEM, and the key of the first one", e);
        }
    }

    private static KeyManager[] keys(String certificate, String key) throws GeneralSecurityException, IOException {
        KeyStore store = empty();
        store.setKeyEntry(
                "own",
                JwsSigner.privateKey(key),
                new char[0],
                certificates(certificate).toArray(Certificate[]::new));
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, new char[0]);
        return factory.getKeyManagers();
    }

    private static TrustManager[] trust(String trusted) throws GeneralSecurityException, IOException {
        KeyStore store = empty();
        int number = 0;
        for (Certificate one : certificates(trusted)) {
            store.setCertificateEntry("trusted-" + ++number, one);
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static Collection<? extends Certificate> certificates(String pem) throws GeneralSecurityException {
        Collection<? extends Certificate> read = CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8)));
        if (read.isEmpty()) {
            throw new IllegalArgumentException("A text without a certificate");
        }
        return read;
    }
}
