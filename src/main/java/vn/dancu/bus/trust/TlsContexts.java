package vn.dancu.bus.trust;

import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;

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
        CurrentTrust trust = new CurrentTrust(first, lookedUp(name));
        try {
            SSLContext context = SSLContext.getInstance(first.getProtocol());
            context.init(new KeyManager[] {keys}, new TrustManager[] {trust}, null);
            bundles.addBundleUpdateHandler(name, changed -> {
                keys.follow(changed);
                trust.follow(changed);
                forgetSessions(context.getClientSessionContext());
            });
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("spring.ssl.bundle: " + name + " cannot be used for TLS", e);
        }
    }

    private UnaryOperator<X509ExtendedTrustManager> lookedUp(String bundle) {
        return settings.revocation().outgoing().contains(bundle)
                ? trust -> new UnrevokedTrust(trust, settings.revocation().rules(), clock)
                : UnaryOperator.identity();
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
