package vn.dancu.bus.sms.smpp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;

/** Speaks TLS on 127.0.0.1 and gives what it hears to a port without. */
final class TlsProxy implements AutoCloseable {

    private final ServerSocket server;
    private final int behind;
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    TlsProxy(SSLContext tls, int behind) throws IOException {
        this.server = tls.getServerSocketFactory().createServerSocket(0, 5, InetAddress.getLoopbackAddress());
        this.behind = behind;
        start(this::serve);
    }

    int port() {
        return server.getLocalPort();
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Socket plain = new Socket(InetAddress.getLoopbackAddress(), behind);
                open.addAll(List.of(client, plain));
                start(() -> pipe(client, plain));
                start(() -> pipe(plain, client));
            } catch (IOException e) {
                close(server);
            }
        }
    }

    private static void pipe(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            close(to);
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "tls-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(java.io.Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        close(server);
        open.forEach(TlsProxy::close);
    }
}
