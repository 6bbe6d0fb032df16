package vn.dancu.bus.trust;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import vn.dancu.bus.trust.revocation.CertificateFiles;
import vn.dancu.bus.trust.revocation.ChainCheck;
import vn.dancu.bus.trust.revocation.RevocationCheck.Standing;
import vn.dancu.bus.trust.revocation.RevocationRules;

/** Trusts a server whose certificate the bundle trusts, and none that was revoked. */
final class UnrevokedTrust extends X509ExtendedTrustManager {

    private final X509ExtendedTrustManager trust;
    private final ChainCheck revocation;

    UnrevokedTrust(X509ExtendedTrustManager trust, RevocationRules rules, Clock clock) {
        this.trust = trust;
        this.revocation =
                new ChainCheck(CertificateFiles.anchors(Arrays.asList(trust.getAcceptedIssuers())), rules, clock);
    }

    private void requireUnrevoked(X509Certificate[] chain) throws CertificateException {
        List<X509Certificate> all = Arrays.asList(chain);
        Standing standing = revocation.of(chain[0], all.subList(1, all.size()));
        if (standing != Standing.GOOD) {
            throw new CertificateException(
                    standing == Standing.REVOKED
                            ? "The certificate of the other side is revoked"
                            : "Whether the certificate of the other side is revoked could not be looked up");
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        trust.checkServerTrusted(chain, type, socket);
        requireUnrevoked(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        trust.checkServerTrusted(chain, type, engine);
        requireUnrevoked(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        trust.checkServerTrusted(chain, type);
        requireUnrevoked(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        trust.checkClientTrusted(chain, type, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        trust.checkClientTrusted(chain, type, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        trust.checkClientTrusted(chain, type);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return trust.getAcceptedIssuers();
    }
}
