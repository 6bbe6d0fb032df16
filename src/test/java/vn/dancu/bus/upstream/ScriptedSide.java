package vn.dancu.bus.upstream;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Another side that answers with the bytes of a script, one request a connection; what a server of HTTP would not send it sends too. */
final class ScriptedSide implements AutoCloseable {

    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private volatile Function<Request, byte[]> script = request -> new byte[0];

    /** A request with its head in lower case. */
    record Request(String line, String head, String body) {

        boolean isOfToken() {
            return line.contains("/token");
        }
    }

    ScriptedSide() throws IOException {
        socket = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    /** The answers from now on; an empty one closes the connection. */
    void answers(Function<Request, byte[]> next) {
        script = next;
    }

    /** All requests so far, those for a token too. */
    List<Request> requests() {
        return List.copyOf(requests);
    }

    List<Request> questions() {
        return requests.stream().filter(request -> !request.isOfToken()).toList();
    }

    static byte[] http(String status, String headers, String body) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        String head = "HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + content.length + "\r\n\r\n";
        return joined(head.getBytes(StandardCharsets.UTF_8), content);
    }

    static byte[] joined(byte[] head, byte[] body) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head);
        all.writeBytes(body);
        return all.toByteArray();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                threads.execute(() -> serve(connection));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            Request request = read(connection.getInputStream());
            requests.add(request);
            connection.getOutputStream().write(script.apply(request));
            connection.getOutputStream().flush();
        } catch (IOException e) {
            // The bus has closed the connection: what a script wants where it is slow or large.
            return;
        }
    }

    private static Request read(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int one = in.read();
            if (one < 0) {
                throw new IOException("The request ended early");
            }
            head.append((char) one);
        }
        String lower = head.toString().toLowerCase(Locale.ROOT);
        int length = lower.contains("content-length:")
                ? Integer.parseInt(lower.replaceAll("(?s).*content-length: *(\\d+).*", "$1"))
                : 0;
        return new Request(
                head.substring(0, head.indexOf("\r\n")),
                lower,
                new String(in.readNBytes(length), StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
