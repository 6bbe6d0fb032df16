package vn.dancu.bus.probe;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Decides as another does, and keeps what was shown, when, and what was wrong with it. For one handshake. */
final class ObservedTrust extends X509ExtendedTrustManager {

    private final X509ExtendedTrustManager judge;
    private volatile List<X509Certificate> shown = List.of();
    private volatile @Nullable CertificateException objection;
    private volatile long shownAt;

    ObservedTrust(X509ExtendedTrustManager judge) {
        this.judge = judge;
    }

    /** The chain, the certificate of the server first; empty when none was shown. */
    List<X509Certificate> shown() {
        return shown;
    }

    @Nullable
    CertificateException objection() {
        return objection;
    }

    /** By {@link System#nanoTime}. */
    long shownAt() {
        return shownAt;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        shown = List.of(chain);
        shownAt = System.nanoTime();
        try {
            judge.checkServerTrusted(chain, authType, socket);
        } catch (CertificateException e) {
            objection = e;
            throw e;
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        judge.checkServerTrusted(chain, authType, engine);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        judge.checkServerTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        judge.checkClientTrusted(chain, authType, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        judge.checkClientTrusted(chain, authType, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        judge.checkClientTrusted(chain, authType);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return judge.getAcceptedIssuers();
    }
}
