package vn.dancu.bus.http.client;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;

/**
 * Finds out why a connection was reset. A server of TLS 1.3 looks at our certificate while we send what follows it: it ends the connection,
 * what we send fails, and the alert that says why stays unread. Another handshake, which sends no request, reads it. Before TLS 1.3 a
 * handshake is over when the certificate was taken; so one of TLS 1.2 says at once that it was, and only a server that has no TLS 1.2 is
 * listened to for a while, and that only about a connection that has brought no answer yet.
 */
final class RefusedCertificate implements ExecChainHandler {

    private static final int ALERT_MILLIS = 500;
    private static final String KNOWN_AT_THE_END = "TLSv1.2";

    private final SSLSocketFactory handshakes;
    private final int connectMillis;

    RefusedCertificate(SSLSocketFactory handshakes, Duration connectTimeout) {
        this.handshakes = handshakes;
        this.connectMillis = (int) connectTimeout.toMillis();
    }

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        try {
            return chain.proceed(request, scope);
        } catch (ConnectException | NoRouteToHostException e) {
            throw e;
        } catch (SocketException e) {
            HttpHost host = scope.route.getTargetHost();
            throw hasAnswered(scope) || isTaken(host) ? e : heard(host, e);
        }
    }

    /** Whether the connection has brought an answer before: then our certificate was taken long ago. */
    private static boolean hasAnswered(ExecChain.Scope scope) {
        EndpointDetails connection = scope.clientContext.getEndpointDetails();
        return connection != null && connection.getResponseCount() > 0;
    }

    /** Whether the other side says that it takes our certificate; it may take it and not say so. */
    private boolean isTaken(HttpHost host) {
        try (Socket plain = new Socket();
                SSLSocket secured = secured(plain, host)) {
            if (!List.of(secured.getEnabledProtocols()).contains(KNOWN_AT_THE_END)) {
                return false;
            }
            secured.setEnabledProtocols(new String[] {KNOWN_AT_THE_END});
            secured.startHandshake();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private IOException heard(HttpHost host, SocketException reset) {
        try (Socket plain = new ListeningSocket();
                SSLSocket secured = secured(plain, host)) {
            secured.getInputStream().read();
            return reset;
        } catch (IOException e) {
            return TlsFailure.of(e).isPresent() ? e : reset;
        }
    }

    private SSLSocket secured(Socket plain, HttpHost host) throws IOException {
        plain.connect(new InetSocketAddress(host.getHostName(), host.getPort()), connectMillis);
        plain.setSoTimeout(ALERT_MILLIS);
        return (SSLSocket) handshakes.createSocket(plain, host.getHostName(), host.getPort(), true);
    }

    /** Goes on to what the other side has said after it does not take more of what is sent. */
    private static final class ListeningSocket extends Socket {

        @Override
        public OutputStream getOutputStream() throws IOException {
            return new FilterOutputStream(super.getOutputStream()) {
                @Override
                public void write(byte[] bytes, int from, int length) throws IOException {
                    try {
                        out.write(bytes, from, length);
                    } catch (SocketException e) {
                        // Nothing is lost: only the handshake is sent here, and the alert says what became of it.
                        return;
                    }
                }
            };
        }
    }
}
