package vn.dancu.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.locks.LockSupport;
import vn.dancu.bench.load.Credentials;

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

    /** An access token of the bus, good for the ten minutes of its sandbox. */
    String token(int port, Credentials partner) {
        String pair = partner.user() + ":" + partner.secret();
        HttpRequest request = to(port, "/oauth2/token")
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        try {
            return new ObjectMapper()
                    .readTree(send(request).body())
                    .required("access_token")
                    .asText();
        } catch (IOException e) {
            throw new UncheckedIOException("The bus gave no token", e);
        }
    }

    private HttpResponse<String> get(int port, String path) throws IOException {
        return send(to(port, path).build());
    }

    private static HttpRequest.Builder to(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(10));
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    "Interrupted while waiting for " + request.uri().getPath(), e);
        }
    }
}
