package vn.dancu.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** GET from a service that may still be starting. */
final class Fetching {

    private static final Duration PAUSE = Duration.ofMillis(200);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    /** The body of the first answer with status 200, while the process lives and the patience lasts. */
    String whenReady(int port, String path, ChildJvm server, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        String last = "no answer";
        while (System.nanoTime() < deadline) {
            server.checkAlive();
            try {
                HttpResponse<String> response = get(port, path);
                if (response.statusCode() == 200) {
                    return response.body();
                }
                last = "status " + response.statusCode();
            } catch (IOException e) {
                last = e.toString();
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        throw new IllegalStateException(path + " was not ready in " + patience.toSeconds() + " s: " + last);
    }

    private HttpResponse<String> get(int port, String path) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(10))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for " + path, e);
        }
    }
}
