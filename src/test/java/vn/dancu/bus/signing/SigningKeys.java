package vn.dancu.bus.signing;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslStoreBundle;

/** Keys with self-signed certificates, made up for tests. */
public final class SigningKeys {

    private SigningKeys() {}

    public static KeyPair elliptic() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    public static KeyPair rsa() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    /** Valid for thirty days from then. */
    public static SigningKey of(KeyPair pair, Instant from) throws Exception {
        return new SigningKey(pair.getPrivate(), List.of(certificate(pair, from, KeyUsage.digitalSignature)));
    }

    /** A key and its certificate, valid for thirty days from yesterday. */
    public static SslBundle bundle() {
        try {
            SigningKey key = of(elliptic(), Instant.now().minus(1, ChronoUnit.DAYS));
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("own", key.key(), new char[0], new X509Certificate[] {key.certificate()});
            return SslBundle.of(SslStoreBundle.of(store, "", null));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public static X509Certificate certificate(KeyPair pair, Instant from, int usage) throws Exception {
        X500Name name = new X500Name("C=VN, O=Co quan thu nghiem, CN=Nguoi ky thu nghiem");
        String algorithm = pair.getPrivate().getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA";
        return new JcaX509CertificateConverter()
                .getCertificate(new JcaX509v3CertificateBuilder(
                                name,
                                BigInteger.TEN,
                                Date.from(from),
                                Date.from(from.plus(30, ChronoUnit.DAYS)),
                                name,
                                pair.getPublic())
                        .addExtension(Extension.keyUsage, true, new KeyUsage(usage))
                        .build(new JcaContentSignerBuilder(algorithm).build(pair.getPrivate())));
    }
}
