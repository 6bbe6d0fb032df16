package vn.dancu.bus.trust.message;

import java.security.cert.X509Certificate;

/** Says whether the owner of a certificate may sign a message, before its key is used. */
@FunctionalInterface
public interface SignerCheck {

    /** @throws vn.dancu.bus.kernel.BusException with the code of what speaks against it */
    void require(X509Certificate signer);
}
