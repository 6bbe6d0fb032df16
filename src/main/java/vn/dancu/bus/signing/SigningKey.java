package vn.dancu.bus.signing;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;

/**
 * A key by which the bus signs: RSA or elliptic curve.
 *
 * @param chain of its certificate, its own first
 */
public record SigningKey(PrivateKey key, List<X509Certificate> chain) {

    private static final int DIGITAL_SIGNATURE = 0;
    private static final int NON_REPUDIATION = 1;

    public SigningKey {
        chain = List.copyOf(chain);
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("A key that signs has a certificate");
        }
    }

    /**
     * The key of an SSL bundle as it is now, also after the bundle changed. A bundle that changes to one that cannot sign changes
     * nothing.
     *
     * @param setting the setting that names the bundle, for messages
     * @throws IllegalArgumentException where the bundle has no key that signs
     */
    public static Supplier<SigningKey> of(SslBundles bundles, String bundle, String setting) {
        AtomicReference<SigningKey> key = new AtomicReference<>(of(known(bundles, bundle, setting), setting));
        bundles.addBundleUpdateHandler(bundle, changed -> key.set(of(changed, setting)));
        return key::get;
    }

    private static SslBundle known(SslBundles bundles, String bundle, String setting) {
        try {
            return bundles.getBundle(bundle);
        } catch (NoSuchSslBundleException e) {
            throw wrong(setting, "of spring.ssl.bundle", e);
        }
    }

    /**
     * The key of an SSL bundle: that of its alias, or its only one.
     *
     * @throws IllegalArgumentException where there is none, it does not belong to its certificate, or that is not for signatures
     */
    public static SigningKey of(SslBundle bundle, String setting) {
        KeyStore store = bundle.getStores().getKeyStore();
        if (store == null) {
            throw wrong(setting, "with a key", null);
        }
        try {
            String alias = bundle.getKey().getAlias() == null
                    ? only(store, setting)
                    : bundle.getKey().getAlias();
            String password = bundle.getKey().getPassword() == null
                    ? bundle.getStores().getKeyStorePassword()
                    : bundle.getKey().getPassword();
            Certificate[] chain = store.getCertificateChain(alias);
            if (!(store.getKey(alias, password == null ? null : password.toCharArray()) instanceof PrivateKey key)
                    || chain == null) {
                throw wrong(setting, "with a key and its certificate", null);
            }
            List<X509Certificate> certificates = new ArrayList<>();
            for (Certificate one : chain) {
                certificates.add((X509Certificate) one);
            }
            SigningKey signing = new SigningKey(key, certificates);
            signing.check(setting);
            return signing;
        } catch (GeneralSecurityException e) {
            throw wrong(setting, "that can be read", e);
        }
    }

    private static String only(KeyStore store, String setting) throws GeneralSecurityException {
        List<String> keys = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)) {
                keys.add(alias);
            }
        }
        if (keys.size() != 1) {
            throw wrong(setting, "with one key or an alias", null);
        }
        return keys.get(0);
    }

    private void check(String setting) throws GeneralSecurityException {
        boolean[] usage = certificate().getKeyUsage();
        if (usage != null && !usage[DIGITAL_SIGNATURE] && !usage[NON_REPUDIATION]) {
            throw wrong(setting, "whose certificate is for signatures", null);
        }
        byte[] anything = certificate().getSignature();
        Signature made = Signature.getInstance(algorithm());
        made.initSign(key);
        made.update(anything);
        Signature verified = Signature.getInstance(algorithm());
        verified.initVerify(certificate().getPublicKey());
        verified.update(anything);
        if (!verified.verify(made.sign())) {
            throw wrong(setting, "whose key belongs to its certificate", null);
        }
    }

    private static IllegalArgumentException wrong(String setting, String what, @Nullable Exception cause) {
        return new IllegalArgumentException(setting + " names a bundle " + what, cause);
    }

    /** By which others verify. */
    public X509Certificate certificate() {
        return chain.get(0);
    }

    /** Whether it is of an elliptic curve; RSA otherwise. */
    public boolean isElliptic() {
        return "EC".equals(key.getAlgorithm());
    }

    /** The algorithm by which it signs, SHA-256 of its kind, in the JDK's words. */
    public String algorithm() {
        return isElliptic() ? "SHA256withECDSA" : "SHA256withRSA";
    }

    /** Whether the certificate is valid then. */
    public boolean isValidAt(Instant moment) {
        return !moment.isBefore(certificate().getNotBefore().toInstant())
                && !moment.isAfter(certificate().getNotAfter().toInstant());
    }

    @Override
    public String toString() {
        return "SigningKey[masked]";
    }
}
