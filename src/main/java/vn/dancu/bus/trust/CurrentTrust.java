package vn.dancu.bus.trust;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.springframework.boot.ssl.SslBundle;

/** Whom the bus trusts, of a bundle as it is now. */
final class CurrentTrust extends X509ExtendedTrustManager {

    private final UnaryOperator<X509ExtendedTrustManager> besides;
    private volatile X509ExtendedTrustManager now;

    /** @param besides what is checked besides the bundle's own check */
    CurrentTrust(SslBundle bundle, UnaryOperator<X509ExtendedTrustManager> besides) {
        this.besides = besides;
        this.now = besides.apply(of(bundle));
    }

    void follow(SslBundle changed) {
        now = besides.apply(of(changed));
    }

    private static X509ExtendedTrustManager of(SslBundle bundle) {
        for (TrustManager one : bundle.getManagers().getTrustManagers()) {
            if (one instanceof X509ExtendedTrustManager trust) {
                return trust;
            }
        }
        throw new IllegalArgumentException("An SSL bundle has a trust manager of X.509");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        now.checkClientTrusted(chain, type, socket);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        now.checkServerTrusted(chain, type, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        now.checkClientTrusted(chain, type, engine);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        now.checkServerTrusted(chain, type, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        now.checkClientTrusted(chain, type);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        now.checkServerTrusted(chain, type);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return now.getAcceptedIssuers();
    }
}
