package vn.dancu.bus.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslStoreBundle;

class SigningKeyTest {

    private static final String SETTING = "dancu.some.bundle";
    private static final Instant FROM = Instant.parse("2026-11-29T00:00:00Z");
    private static final int SIGNATURE = KeyUsage.digitalSignature;
    private static KeyPair rsa;
    private static KeyPair another;

    @BeforeAll
    static void makeKeys() throws Exception {
        rsa = SigningKeys.rsa();
        another = SigningKeys.rsa();
    }

    @Test
    void isTheKeyOfItsBundleAndFollowsItWhenItChanges() throws Exception {
        KeyPair elliptic = SigningKeys.elliptic();
        DefaultSslBundleRegistry bundles = new DefaultSslBundleRegistry("sign", bundle(rsa, rsa, SIGNATURE));
        var key = SigningKey.of(bundles, "sign", SETTING);

        assertThat(key.get().algorithm()).isEqualTo("SHA256withRSA");
        bundles.updateBundle("sign", bundle(elliptic, elliptic, SIGNATURE));

        assertThat(key.get().algorithm()).isEqualTo("SHA256withECDSA");
        assertThat(key.get().isValidAt(FROM.plusSeconds(1))).isTrue();
        assertThat(key.get().isValidAt(FROM.minusSeconds(1))).isFalse();
        assertThat(key.get().isValidAt(FROM.plusSeconds(31 * 86_400L))).isFalse();
        assertThat(key.get()).hasToString("SigningKey[masked]");
    }

    @Test
    void keepsTheKeyThatSignsWhenTheBundleChangesToOneThatCannot() throws Exception {
        DefaultSslBundleRegistry bundles = new DefaultSslBundleRegistry("sign", bundle(rsa, rsa, SIGNATURE));
        var key = SigningKey.of(bundles, "sign", SETTING);
        SigningKey before = key.get();

        assertThatThrownBy(() -> bundles.updateBundle("sign", bundle(rsa, another, SIGNATURE)))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(key.get()).isSameAs(before);
    }

    @Test
    void refusesABundleThatCannotSignAndNamesTheSetting() throws Exception {
        assertRefused(bundle(rsa, another, SIGNATURE), "belongs to its certificate");
        assertRefused(bundle(rsa, rsa, KeyUsage.keyEncipherment), "is for signatures");
        KeyStore empty = store();
        assertRefused(SslBundle.of(SslStoreBundle.of(empty, null, null)), "one key or an alias");
        assertRefused(SslBundle.of(SslStoreBundle.of(null, null, empty)), "with a key");
        assertThatThrownBy(() -> SigningKey.of(new DefaultSslBundleRegistry(), "sign", SETTING))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(SETTING);
    }

    private static void assertRefused(SslBundle bundle, String why) {
        assertThatThrownBy(() -> SigningKey.of(bundle, SETTING))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(SETTING)
                .hasMessageContaining(why);
    }

    private static SslBundle bundle(KeyPair key, KeyPair certified, int usage) throws Exception {
        X509Certificate certificate = SigningKeys.certificate(certified, FROM, usage);
        KeyStore store = store();
        store.setKeyEntry("own", key.getPrivate(), new char[0], new X509Certificate[] {certificate});
        return SslBundle.of(SslStoreBundle.of(store, "", null));
    }

    private static KeyStore store() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}
