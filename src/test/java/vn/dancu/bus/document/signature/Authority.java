package vn.dancu.bus.document.signature;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import vn.dancu.bus.signing.SigningKey;

/** A certificate authority made up for one test, with keys of its own. */
final class Authority {

    static final Instant NOW = Instant.parse("2026-11-29T03:00:00Z");
    private static final AtomicLong SERIAL = new AtomicLong(1000);

    final KeyPair pair;
    final X509Certificate certificate;

    private Authority(KeyPair pair, X509Certificate certificate) {
        this.pair = pair;
        this.certificate = certificate;
    }

    /** Whoever signs. */
    record Holder(KeyPair pair, X509Certificate certificate) {

        SigningKey key(X509Certificate... above) {
            return new SigningKey(
                    pair.getPrivate(),
                    java.util.stream.Stream.concat(
                                    java.util.stream.Stream.of(certificate), java.util.Arrays.stream(above))
                            .toList());
        }
    }

    static Authority root(String name) throws Exception {
        KeyPair pair = rsa(2048);
        return new Authority(
                pair,
                issue(name, pair, new X500Name(name), pair, true, KeyUsage.keyCertSign | KeyUsage.cRLSign, NOW, 365));
    }

    static Holder selfSigned(String name) throws Exception {
        KeyPair pair = rsa(2048);
        return new Holder(pair, issue(name, pair, new X500Name(name), pair, false, KeyUsage.digitalSignature, NOW, 30));
    }

    Authority below(String name) throws Exception {
        KeyPair own = rsa(2048);
        return new Authority(
                own, issue(name, own, this.name(), pair, true, KeyUsage.keyCertSign | KeyUsage.cRLSign, NOW, 365));
    }

    Holder holder(String name) throws Exception {
        return holder(name, rsa(2048), KeyUsage.digitalSignature, NOW, 30);
    }

    /** @param from the day after which it is valid, and for how many days */
    Holder holder(String name, KeyPair own, int usage, Instant from, int days) throws Exception {
        return new Holder(own, issue(name, own, name(), pair, false, usage, from, days));
    }

    /** The list of those revoked, good for a day from then. */
    Path crl(Path file, Instant made, X509Certificate... revoked) throws Exception {
        JcaX509v2CRLBuilder list = new JcaX509v2CRLBuilder(certificate, Date.from(made));
        list.setNextUpdate(Date.from(made.plus(1, ChronoUnit.DAYS)));
        for (X509Certificate one : revoked) {
            list.addCRLEntry(one.getSerialNumber(), Date.from(made.minusSeconds(60)), CRLReason.keyCompromise);
        }
        X509CRL crl = new JcaX509CRLConverter()
                .getCRL(list.build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate())));
        return Files.write(file, crl.getEncoded());
    }

    static KeyPair rsa(int bits) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    static KeyPair ec() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    private X500Name name() {
        return X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
    }

    private static X509Certificate issue(
            String name, KeyPair own, X500Name issuer, KeyPair by, boolean above, int usage, Instant from, int days)
            throws Exception {
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                issuer,
                BigInteger.valueOf(SERIAL.incrementAndGet()),
                Date.from(from.minus(1, ChronoUnit.HOURS)),
                Date.from(from.plus(days, ChronoUnit.DAYS)),
                new X500Name(name),
                own.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(above));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(by.getPrivate())));
    }
}
