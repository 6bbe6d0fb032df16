package vn.dancu.bus.sandbox.signature;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStore;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/** A key (EC, P-256) and its self-signed certificate as PEM files in a folder; both are made where one is missing. */
final class SelfSignedKey {

    private static final X500Name NAME = new X500Name("C=VN, O=DanCu Bus (sandbox), CN=Van ban chay thu");
    private static final Duration VALIDITY = Duration.ofDays(3650);
    private static final int LINE = 64;

    private final Path folder;
    private final Path key;
    private final Path certificate;
    private final Clock clock;

    SelfSignedKey(Path folder, Clock clock) {
        this.folder = folder.toAbsolutePath();
        this.key = this.folder.resolve("key.pem");
        this.certificate = this.folder.resolve("certificate.pem");
        this.clock = clock;
    }

    /** The two files, as {@code spring.ssl.bundle.pem} would read them. */
    SslBundle bundle() {
        try {
            if (!Files.exists(key) || !Files.exists(certificate)) {
                make();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("The JDK has EC keys", e);
        }
        PemSslStoreDetails files = PemSslStoreDetails.forCertificate(
                        certificate.toUri().toString())
                .withPrivateKey(key.toUri().toString());
        return SslBundle.of(new PemSslStoreBundle(PemSslStore.load(files), null));
    }

    /** The certificate comes last: a process that is killed meanwhile leaves no pair that does not fit together. */
    private void make() throws IOException, GeneralSecurityException, OperatorCreationException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        byte[] signed = certificate(pair);
        Files.createDirectories(folder);
        Files.deleteIfExists(certificate);
        write(key, "PRIVATE KEY", pair.getPrivate().getEncoded(), "rw-------");
        write(certificate, "CERTIFICATE", signed, "rw-r--r--");
    }

    private byte[] certificate(KeyPair pair) throws IOException, OperatorCreationException {
        Instant now = clock.instant();
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                NAME,
                BigInteger.valueOf(now.toEpochMilli()),
                Date.from(now.minus(Duration.ofDays(1))),
                Date.from(now.plus(VALIDITY)),
                NAME,
                pair.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        return builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()))
                .getEncoded();
    }

    /** Whole or not at all, and with its rights from the first byte. */
    private static void write(Path file, String what, byte[] der, String rights) throws IOException {
        String text = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(der);
        Path making = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(making);
        Files.createFile(making, rights(file, rights));
        Files.writeString(
                making,
                "-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n",
                StandardCharsets.US_ASCII);
        Files.move(making, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static FileAttribute<?>[] rights(Path file, String rights) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }
}
