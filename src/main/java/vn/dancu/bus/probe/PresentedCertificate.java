package vn.dancu.bus.probe;

import java.security.cert.X509Certificate;
import java.time.Instant;

/**
 * A certificate that the other side showed.
 *
 * @param validUntil the moment at which it ends
 */
public record PresentedCertificate(String subject, String issuer, Instant validFrom, Instant validUntil) {

    static PresentedCertificate of(X509Certificate certificate) {
        return new PresentedCertificate(
                certificate.getSubjectX500Principal().getName(),
                certificate.getIssuerX500Principal().getName(),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant());
    }
}
