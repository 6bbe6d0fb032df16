package vn.dancu.bus.citizen.account;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import vn.dancu.bus.citizen.AccountSettings.Issuer;

/** Whom the bus trusts when it reads the keys of an issuer. */
record IssuerTrust(SslBundles bundles) {

    /** Null for the trust anchors of the machine. */
    @Nullable
    SslBundle of(Issuer issuer) {
        String name = issuer.keys().sslBundle();
        return name == null ? null : bundles.getBundle(name);
    }
}
