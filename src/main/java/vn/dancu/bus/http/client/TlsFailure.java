package vn.dancu.bus.http.client;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Whose certificate stood in the way of a call over TLS. Nothing of a request was read then. */
public enum TlsFailure {

    /** Theirs: nobody issued it whom the bundle trusts, it is of another host, has ended, or was revoked. */
    THEIRS_UNTRUSTED,

    /** Ours: the other side does not take it, or wants one and got none. */
    OURS_REFUSED;

    /** Alerts of RFC 8446 §6.2; {@code handshake_failure} is what older servers send when they got no certificate (RFC 5246 §7.4.6). */
    private static final Pattern REFUSED = Pattern.compile(
            "fatal alert: ((bad|unsupported)_certificate|certificate_[a-z]+|unknown_ca|access_denied|handshake_failure)");

    /** Empty where no certificate is the reason. */
    public static Optional<TlsFailure> of(IOException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateException || cause instanceof SSLPeerUnverifiedException) {
                return Optional.of(THEIRS_UNTRUSTED);
            }
            if (cause instanceof SSLException
                    && REFUSED.matcher(String.valueOf(cause.getMessage())).find()) {
                return Optional.of(OURS_REFUSED);
            }
        }
        return Optional.empty();
    }
}
