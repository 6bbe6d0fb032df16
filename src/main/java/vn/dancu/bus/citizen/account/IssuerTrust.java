package vn.dancu.bus.citizen.account;

import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import vn.dancu.bus.citizen.AccountSettings.Issuer;
import vn.dancu.bus.trust.TlsContexts;

/** Whom the bus trusts when it reads the keys of an issuer. */
record IssuerTrust(SslBundles bundles, TlsContexts contexts) {

    /** Null for the trust anchors of the machine. */
    @Nullable
    SslBundle of(Issuer issuer) {
        String name = issuer.keys().sslBundle();
        return name == null ? null : bundles.getBundle(name);
    }

    /** The same for connections that outlast a change of the bundle. */
    @Nullable
    SSLContext contextOf(Issuer issuer) {
        String name = issuer.keys().sslBundle();
        return name == null ? null : contexts.of(name);
    }
}
