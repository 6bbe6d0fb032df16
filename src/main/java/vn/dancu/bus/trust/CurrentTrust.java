package vn.dancu.bus.trust;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import vn.dancu.bus.trust.revocation.ChainCheck;
import vn.dancu.bus.trust.revocation.RevocationCheck.Standing;

/** Whom the bus trusts, of a bundle as it is now; of servers none whose certificate was revoked, where that is looked up. */
final class CurrentTrust extends X509ExtendedTrustManager {

    private final Function<X509ExtendedTrustManager, @Nullable ChainCheck> revocation;
    private volatile Trusted now;

    /** @param revocation of the chains that end at a trusted certificate; null where nothing is looked up */
    CurrentTrust(SslBundle bundle, Function<X509ExtendedTrustManager, @Nullable ChainCheck> revocation) {
        this.revocation = revocation;
        this.now = read(bundle);
    }

    /** Whom one state of the bundle trusts. */
    record Trusted(X509ExtendedTrustManager trust, @Nullable ChainCheck revocation) {}

    /** @throws IllegalArgumentException where the bundle has no trust store that can be read */
    Trusted read(SslBundle bundle) {
        for (TrustManager one : bundle.getManagers().getTrustManagers()) {
            if (one instanceof X509ExtendedTrustManager trust) {
                return new Trusted(trust, revocation.apply(trust));
            }
        }
        throw new IllegalArgumentException("An SSL bundle has a trust manager of X.509");
    }

    void follow(Trusted changed) {
        now = changed;
    }

    private static void requireUnrevoked(Trusted by, X509Certificate[] chain) throws CertificateException {
        ChainCheck check = by.revocation();
        if (check == null) {
            return;
        }
        List<X509Certificate> all = Arrays.asList(chain);
        Standing standing = check.of(chain[0], all.subList(1, all.size()));
        if (standing != Standing.GOOD) {
            throw new CertificateException(
                    standing == Standing.REVOKED
                            ? "The certificate of the other side is revoked"
                            : "Whether the certificate of the other side is revoked could not be looked up");
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        Trusted by = now;
        by.trust().checkServerTrusted(chain, type, socket);
        requireUnrevoked(by, chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        Trusted by = now;
        by.trust().checkServerTrusted(chain, type, engine);
        requireUnrevoked(by, chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        Trusted by = now;
        by.trust().checkServerTrusted(chain, type);
        requireUnrevoked(by, chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        now.trust().checkClientTrusted(chain, type, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        now.trust().checkClientTrusted(chain, type, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        now.trust().checkClientTrusted(chain, type);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return now.trust().getAcceptedIssuers();
    }
}
