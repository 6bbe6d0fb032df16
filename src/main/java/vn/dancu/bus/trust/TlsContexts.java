package vn.dancu.bus.trust;

import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import vn.dancu.bus.trust.revocation.CertificateFiles;
import vn.dancu.bus.trust.revocation.ChainCheck;

/**
 * TLS of outgoing connections, by SSL bundles as they are now: a bundle that changes ({@code reload-on-update}) changes what the next
 * handshake shows and whom it trusts, also for who took the context before. Connections that are open go on.
 */
public final class TlsContexts {

    private final SslBundles bundles;
    private final TrustSettings settings;
    private final Clock clock;
    private final Map<String, SSLContext> contexts = new ConcurrentHashMap<>();

    public TlsContexts(SslBundles bundles, TrustSettings settings, Clock clock) {
        this.bundles = bundles;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The context of a bundle, the same at each call.
     *
     * @throws org.springframework.boot.ssl.NoSuchSslBundleException where there is no such bundle
     */
    public SSLContext of(String bundle) {
        return contexts.computeIfAbsent(bundle, this::made);
    }

    /** Runs that each time the bundle has changed, after its handshakes follow it. */
    public void whenChanged(String bundle, Runnable then) {
        of(bundle);
        bundles.addBundleUpdateHandler(bundle, changed -> then.run());
    }

    private SSLContext made(String name) {
        SslBundle first = bundles.getBundle(name);
        CurrentKeys keys = new CurrentKeys(first);
        CurrentTrust trust = new CurrentTrust(first, trusted -> revocation(name, trusted));
        try {
            SSLContext context = SSLContext.getInstance(first.getProtocol());
            context.init(new KeyManager[] {keys}, new TrustManager[] {trust}, null);
            Consumer<SslBundle> following = changed -> {
                // Both are read before one is exchanged: a bundle that is only half right changes nothing.
                X509ExtendedKeyManager nextKeys = CurrentKeys.read(changed);
                CurrentTrust.Trusted nextTrust = trust.read(changed);
                keys.follow(nextKeys);
                trust.follow(nextTrust);
                forgetSessions(context.getClientSessionContext());
            };
            bundles.addBundleUpdateHandler(name, following);
            // It may have changed after it was read first and before it was listened to.
            following.accept(bundles.getBundle(name));
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("spring.ssl.bundle: " + name + " cannot be used for TLS", e);
        }
    }

    private @Nullable ChainCheck revocation(String bundle, X509ExtendedTrustManager trust) {
        TrustSettings.Revocation revocation = settings.revocation();
        return revocation.outgoing().contains(bundle)
                ? new ChainCheck(
                        CertificateFiles.anchors(Arrays.asList(trust.getAcceptedIssuers())), revocation.rules(), clock)
                : null;
    }

    /** A session that is resumed shows no certificate and checks none. */
    private static void forgetSessions(SSLSessionContext sessions) {
        for (byte[] id : Collections.list(sessions.getIds())) {
            SSLSession session = sessions.getSession(id);
            if (session != null) {
                session.invalidate();
            }
        }
    }
}
