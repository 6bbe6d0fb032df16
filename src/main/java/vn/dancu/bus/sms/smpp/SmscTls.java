package vn.dancu.bus.sms.smpp;

import java.security.NoSuchAlgorithmException;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import vn.dancu.bus.probe.TlsMaterial;
import vn.dancu.bus.sms.SmsSettings;
import vn.dancu.bus.trust.TlsContexts;

/** Whom an operator's session trusts, and what it shows. */
final class SmscTls {

    /** Null where the session is not encrypted. */
    static @Nullable SSLContext context(SmsSettings.Operator operator, TlsContexts contexts) {
        if (!operator.tls()) {
            return null;
        }
        try {
            return operator.sslBundle() == null ? SSLContext.getDefault() : contexts.of(operator.sslBundle());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("The JDK speaks TLS", e);
        }
    }

    static TlsMaterial material(SmsSettings.Operator operator, SslBundles bundles) {
        if (operator.sslBundle() == null) {
            return TlsMaterial.ofMachine();
        }
        SslBundle bundle = bundles.getBundle(operator.sslBundle());
        return TlsMaterial.of(
                bundle.getManagers().getKeyManagerFactory(),
                bundle.getManagers().getTrustManagerFactory());
    }

    private SmscTls() {}
}
