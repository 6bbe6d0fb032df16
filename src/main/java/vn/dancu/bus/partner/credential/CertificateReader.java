package vn.dancu.bus.partner.credential;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.kernel.Sha256;

/** Reads a certificate and refuses what no door could rely on. */
public final class CertificateReader {

    private static final int MAX_CERTIFICATE_BYTES = 20_000;
    private static final int MAX_SUBJECT_LENGTH = 500;
    private static final int MIN_RSA_BITS = 2048;
    private static final int MIN_EC_BITS = 256;

    /** The parts of a certificate that are stored. */
    public record Read(byte[] der, String thumbprint, String subject, Instant from, Instant until) {}

    public static Read read(byte[] content) {
        try {
            X509Certificate certificate = parse(content);
            if (!isStrong(certificate)) {
                throw refused("with a key of RSA from 2048 or EC from 256 bits", null);
            }
            byte[] der = certificate.getEncoded();
            String subject = certificate.getSubjectX500Principal().getName();
            return new Read(
                    der,
                    Sha256.hex(der),
                    subject.substring(0, Math.min(subject.length(), MAX_SUBJECT_LENGTH)),
                    certificate.getNotBefore().toInstant(),
                    certificate.getNotAfter().toInstant());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("A certificate that was read can be written", e);
        }
    }

    static X509Certificate parse(byte[] content) {
        if (content.length == 0 || content.length > MAX_CERTIFICATE_BYTES) {
            throw refused("one X.509 certificate, DER or PEM", null);
        }
        ByteArrayInputStream in = new ByteArrayInputStream(content);
        try {
            var certificate =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
            if (new String(in.readAllBytes(), StandardCharsets.ISO_8859_1).isBlank()) {
                return certificate;
            }
        } catch (CertificateException e) {
            throw refused("one X.509 certificate, DER or PEM", e);
        }
        throw refused("one X.509 certificate and nothing after it", null);
    }

    private static boolean isStrong(X509Certificate certificate) {
        if (certificate.getPublicKey() instanceof RSAPublicKey rsa) {
            return rsa.getModulus().bitLength() >= MIN_RSA_BITS;
        }
        return !(certificate.getPublicKey() instanceof ECPublicKey ec)
                || ec.getParams().getOrder().bitLength() >= MIN_EC_BITS;
    }

    private static BusException refused(String rule, @Nullable Throwable cause) {
        return new BusException(Refusal.of(ErrorCode.FIELD_INVALID, "certificate", rule), cause);
    }

    private CertificateReader() {}
}
