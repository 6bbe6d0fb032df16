package vn.dancu.bus.trust;

import java.security.cert.X509Certificate;
import java.util.List;
import vn.dancu.bus.trust.revocation.RevocationCheck.Standing;

/** Whether the certificates of others were revoked. Thread-safe; what was learned is kept for some seconds. */
public interface PeerCertificates {

    /**
     * How a certificate of a client or a signer stands. Good where nothing is looked up, and where it issued itself: nobody could revoke it but the
     * partner room. Unknown where it has no chain to an authority of the settings, unless those accept what they cannot learn.
     *
     * @param others certificates that may lie between it and an authority
     */
    Standing standing(X509Certificate shown, List<X509Certificate> others);
}
