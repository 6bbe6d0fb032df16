package vn.dancu.bus.document.signature;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.springframework.boot.ssl.SslBundle;

/** The key by which the bus signs, and the chain of its certificate, its own first. */
record SigningKey(PrivateKey key, List<X509Certificate> chain) {

    SigningKey {
        chain = List.copyOf(chain);
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("A key that signs has a certificate");
        }
    }

    /**
     * The key of an SSL bundle: that of its alias, or its only one.
     *
     * @throws IllegalArgumentException where there is none
     */
    static SigningKey of(SslBundle bundle) {
        KeyStore store = bundle.getStores().getKeyStore();
        if (store == null) {
            throw new IllegalArgumentException("dancu.document.signature.bundle names a bundle with a key");
        }
        try {
            String alias = bundle.getKey().getAlias() == null
                    ? only(store)
                    : bundle.getKey().getAlias();
            String password = bundle.getKey().getPassword() == null
                    ? bundle.getStores().getKeyStorePassword()
                    : bundle.getKey().getPassword();
            PrivateKey key = (PrivateKey) store.getKey(alias, password == null ? null : password.toCharArray());
            if (key == null) {
                throw new IllegalArgumentException("dancu.document.signature.bundle names a bundle with a key");
            }
            List<X509Certificate> chain = new ArrayList<>();
            Arrays.stream(store.getCertificateChain(alias)).forEach(one -> chain.add((X509Certificate) one));
            return new SigningKey(key, chain);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("dancu.document.signature.bundle names a bundle that can be read", e);
        }
    }

    private static String only(KeyStore store) throws GeneralSecurityException {
        List<String> keys = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)) {
                keys.add(alias);
            }
        }
        if (keys.size() != 1) {
            throw new IllegalArgumentException(
                    "dancu.document.signature.bundle names a bundle with one key or an alias");
        }
        return keys.get(0);
    }

    /** The algorithm by which it signs: SHA-256 of its kind. */
    SignatureMethod method() {
        return key instanceof ECPrivateKey ? SignatureMethod.ECDSA_SHA256 : SignatureMethod.RSA_SHA256;
    }

    @Override
    public String toString() {
        return "SigningKey[masked]";
    }
}
