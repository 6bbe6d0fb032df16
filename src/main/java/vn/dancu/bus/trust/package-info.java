/**
 * Trust at the wire: TLS by SSL bundles as they are now, certificates that were revoked, and messages signed by WS-Security.
 *
 * <p>Faces: {@link vn.dancu.bus.trust.TlsContexts} and {@link vn.dancu.bus.trust.PeerCertificates}; what a signature over a message is
 * made of lies in {@code trust.message}, what revocation is looked up with in {@code trust.revocation}. It knows no partner: whose a
 * certificate is, the room that asks says.
 */
@NullMarked
@ApplicationModule(
        displayName = "Trust",
        allowedDependencies = {"kernel", "probe", "expiry", "signing", "message", "message :: xml", "http :: client"})
package vn.dancu.bus.trust;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
