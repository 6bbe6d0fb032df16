package vn.dancu.bus.http.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BoundedCallTest {

    private static final int LIMIT = 1000;

    private final HttpClient http = HttpClient.newHttpClient();
    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream body = exchange.getResponseBody()) {
                body.write(new byte[Integer.parseInt(path.split("/")[1])]);
                body.flush();
                if (path.endsWith("/halt")) {
                    over.await(30, TimeUnit.SECONDS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
    }

    @Test
    void givesAnAnswerOfTheSizeThatIsAllowed() throws Exception {
        assertThat(call("/" + LIMIT, Duration.ofSeconds(10)).body()).hasSize(LIMIT);
        assertThat(call("/0", Duration.ofSeconds(10)).body()).isEmpty();
    }

    @Test
    void readsNoMoreThanIsAllowed() {
        assertThatExceptionOfType(AnswerTooLargeException.class)
                .isThrownBy(() -> call("/" + (LIMIT + 1), Duration.ofSeconds(10)));
        assertThatExceptionOfType(AnswerTooLargeException.class)
                .isThrownBy(() -> call("/50000000", Duration.ofSeconds(10)));
    }

    @Test
    void waitsForTheWholeAnswerNoLongerThanTheDeadline() {
        assertThatExceptionOfType(HttpTimeoutException.class)
                .isThrownBy(() -> call("/10/halt", Duration.ofMillis(500)));
    }

    @Test
    void failsWhereNobodyAnswers() {
        server.stop(0);

        assertThatIOException().isThrownBy(() -> call("/1", Duration.ofSeconds(10)));
    }

    private HttpResponse<byte[]> call(String path, Duration deadline) throws IOException, InterruptedException {
        URI here = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
        return BoundedCall.send(http, HttpRequest.newBuilder(here).build(), deadline, LIMIT);
    }
}
