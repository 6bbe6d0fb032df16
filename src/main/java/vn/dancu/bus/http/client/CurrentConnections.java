package vn.dancu.bus.http.client;

import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.impl.DefaultConnectionReuseStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.TimeValue;
import org.jspecify.annotations.Nullable;

/**
 * Keeps connections for the next call, and none whose handshake is older than the bundle: the next call shows the certificate of now, and
 * trusts whom it trusts now. Thread-safe.
 */
final class CurrentConnections extends DefaultConnectionReuseStrategy {

    private static final String CHANGES = "DanCuBundleChanges";

    private final AtomicInteger changes = new AtomicInteger();

    /** Handshakes that note which state of the bundle they are of. */
    TlsSocketStrategy noting(TlsSocketStrategy handshakes) {
        return (Socket socket, String target, int port, Object attachment, HttpContext context) -> {
            Integer before = changes.get();
            SSLSocket secured = handshakes.upgrade(socket, target, port, attachment, context);
            secured.getSession().putValue(CHANGES, before);
            return secured;
        };
    }

    /** Those that nobody uses end now, the others with the answer that they bring. */
    void leave(PoolingHttpClientConnectionManager pool) {
        changes.incrementAndGet();
        pool.closeIdle(TimeValue.ZERO_MILLISECONDS);
    }

    @Override
    public boolean keepAlive(HttpRequest request, HttpResponse response, HttpContext context) {
        return isOfNow(HttpClientContext.cast(context).getSSLSession()) && super.keepAlive(request, response, context);
    }

    private boolean isOfNow(@Nullable SSLSession session) {
        return session == null || Integer.valueOf(changes.get()).equals(session.getValue(CHANGES));
    }
}
