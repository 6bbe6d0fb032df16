package vn.dancu.bus.probe;

import java.io.File;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509KeyManager;
import org.jspecify.annotations.Nullable;

/**
 * Whom the bus trusts at one connection, and by what it shows who it is.
 *
 * @param keys none where it shows no certificate
 * @param checksName whether the certificate must name the host
 */
public record TlsMaterial(X509ExtendedTrustManager trust, List<KeyManager> keys, boolean checksName) {

    private static final List<String> KEY_TYPES = List.of("EC", "RSA");

    public TlsMaterial {
        keys = List.copyOf(keys);
    }

    /** The trust anchors of this machine, without a certificate of the bus. */
    public static TlsMaterial ofMachine() {
        return of(null, null);
    }

    /** What an SSL bundle has; null is that of the machine. */
    public static TlsMaterial of(@Nullable KeyManagerFactory keys, @Nullable TrustManagerFactory trust) {
        try {
            TrustManagerFactory trusts = trust;
            if (trusts == null) {
                trusts = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
                trusts.init((KeyStore) null);
            }
            return new TlsMaterial(
                    first(trusts.getTrustManagers()), keys == null ? List.of() : List.of(keys.getKeyManagers()), true);
        } catch (NoSuchAlgorithmException | KeyStoreException e) {
            throw new IllegalStateException("The JDK reads its own trust anchors", e);
        }
    }

    /**
     * What lies in key stores of a client's own settings.
     *
     * @param trustStore null for the anchors of the machine
     * @param keyStore null where the bus shows no certificate
     * @throws IOException when a store cannot be opened
     */
    public static TlsMaterial ofStores(
            @Nullable String trustStore,
            @Nullable String trustPassword,
            @Nullable String keyStore,
            @Nullable String keyPassword)
            throws IOException {
        try {
            TrustManagerFactory trusts = null;
            if (trustStore != null) {
                trusts = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
                trusts.init(KeyStore.getInstance(new File(trustStore), password(trustPassword)));
            }
            KeyManagerFactory keys = null;
            if (keyStore != null) {
                keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
                keys.init(KeyStore.getInstance(new File(keyStore), password(keyPassword)), password(keyPassword));
            }
            return of(keys, trusts);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException("A key store cannot be opened", e);
        }
    }

    /** The certificates by which the bus shows who it is, each with those above it. */
    public List<X509Certificate> own() {
        List<X509Certificate> all = new ArrayList<>();
        for (KeyManager one : keys) {
            if (one instanceof X509KeyManager named) {
                for (String type : KEY_TYPES) {
                    String[] aliases = named.getClientAliases(type, null);
                    for (String alias : aliases == null ? new String[0] : aliases) {
                        all.addAll(List.of(named.getCertificateChain(alias)));
                    }
                }
            }
        }
        return all;
    }

    /** Whom it trusts. */
    public List<X509Certificate> anchors() {
        return List.of(trust.getAcceptedIssuers());
    }

    /** The same without a look at the name. */
    public TlsMaterial withoutName() {
        return new TlsMaterial(trust, keys, false);
    }

    private static char @Nullable [] password(@Nullable String text) {
        return text == null ? null : text.toCharArray();
    }

    private static X509ExtendedTrustManager first(TrustManager[] all) {
        return Arrays.stream(all)
                .filter(X509ExtendedTrustManager.class::isInstance)
                .map(X509ExtendedTrustManager.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("A trust manager of the JDK knows sockets"));
    }
}
