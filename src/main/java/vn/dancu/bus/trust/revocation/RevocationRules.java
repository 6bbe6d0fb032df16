package vn.dancu.bus.trust.revocation;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where revoked certificates are looked up.
 *
 * @param crls files of revocation lists, of which {@link Source#CRL} has at least one
 * @param responder the OCSP responder, which {@link Source#OCSP} has
 * @param unknown what becomes of a certificate about which nothing can be learned
 * @param timeout for one question to the responder
 */
public record RevocationRules(
        Source source, List<Path> crls, @Nullable URI responder, Unknown unknown, Duration timeout) {

    private static final Duration MAX_TIMEOUT = Duration.ofMinutes(1);

    public RevocationRules {
        crls = List.copyOf(crls);
        require(source != Source.CRL || !crls.isEmpty(), "crls must name a file when revocation is looked up by crl");
        require(
                source != Source.OCSP || responder != null,
                "ocsp-responder must be set when revocation is looked up by ocsp");
        require(
                timeout.compareTo(Duration.ZERO) > 0 && timeout.compareTo(MAX_TIMEOUT) <= 0,
                "timeout must be more than 0 and at most " + MAX_TIMEOUT);
    }

    /** Where revoked certificates are looked up. */
    public enum Source {
        NONE,
        CRL,
        OCSP
    }

    /** What becomes of a certificate about which nothing can be learned. */
    public enum Unknown {
        /** It is refused until something can be learned. */
        REFUSED,
        /** It passes, with a warning in the log. */
        ACCEPTED
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
