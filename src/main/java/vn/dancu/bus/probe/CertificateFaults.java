package vn.dancu.bus.probe;

import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.CertificateRevokedException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** What the JDK found wrong with a certificate, by its exception and the causes of that. */
final class CertificateFaults {

    private static final int MAX_CAUSES = 8;

    /** Whether the exception itself, none of its causes, is about a certificate. */
    static boolean isAboutCertificate(Throwable thrown) {
        return thrown instanceof CertificateException
                || thrown instanceof CertPathValidatorException
                || thrown instanceof SSLPeerUnverifiedException;
    }

    /** Whether the exception or one of its causes is about a certificate. */
    static boolean isAbout(Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
            if (isAboutCertificate(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    static ProbeFault of(Throwable thrown) {
        if (thrown instanceof SSLPeerUnverifiedException) {
            return ProbeFault.CERTIFICATE_WRONG_NAME;
        }
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
            ProbeFault known = known(cause);
            if (known != null) {
                return known;
            }
            cause = cause.getCause();
        }
        String said = String.valueOf(thrown.getMessage());
        return said.startsWith("No name matching") || said.startsWith("No subject alternative")
                ? ProbeFault.CERTIFICATE_WRONG_NAME
                : ProbeFault.CERTIFICATE_UNTRUSTED;
    }

    private static @Nullable ProbeFault known(Throwable cause) {
        if (cause instanceof CertificateExpiredException) {
            return ProbeFault.CERTIFICATE_EXPIRED;
        }
        if (cause instanceof CertificateNotYetValidException) {
            return ProbeFault.CERTIFICATE_NOT_YET_VALID;
        }
        if (cause instanceof CertificateRevokedException) {
            return ProbeFault.CERTIFICATE_REVOKED;
        }
        if (cause instanceof CertPathValidatorException path && path.getReason() instanceof BasicReason reason) {
            return switch (reason) {
                case EXPIRED -> ProbeFault.CERTIFICATE_EXPIRED;
                case NOT_YET_VALID -> ProbeFault.CERTIFICATE_NOT_YET_VALID;
                case REVOKED -> ProbeFault.CERTIFICATE_REVOKED;
                case INVALID_SIGNATURE, ALGORITHM_CONSTRAINED -> ProbeFault.CERTIFICATE_INVALID;
                case UNSPECIFIED, UNDETERMINED_REVOCATION_STATUS -> null;
            };
        }
        return null;
    }

    private CertificateFaults() {}
}
