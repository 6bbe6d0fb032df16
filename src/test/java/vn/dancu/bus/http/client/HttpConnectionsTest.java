package vn.dancu.bus.http.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import vn.dancu.bus.fixtures.ScriptedSide;
import vn.dancu.bus.trust.TlsContextsTest;

/** One connection for all calls of a test: one that is not given back fails the next. */
class HttpConnectionsTest {

    private static final Duration DEADLINE = Duration.ofMillis(700);
    private static final String LONG = "x".repeat(20);

    private final HttpConnections connections =
            new HttpConnections(TlsContextsTest.contexts(new DefaultSslBundleRegistry())::of, (bundle, then) -> {});
    private final CloseableHttpClient client = connections.client(
            "other", new PoolSettings(null, 1, Duration.ofSeconds(1), Duration.ofSeconds(5), DEADLINE, 1000));
    private ScriptedSide side;

    @BeforeEach
    void start() throws Exception {
        side = new ScriptedSide();
    }

    @AfterEach
    void stop() {
        connections.close();
        side.close();
    }

    static Stream<String> answersWithoutEnd() {
        return Stream.of(
                "HTTP/1.1 200 OK\r\nX-A: " + LONG + LONG,
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n",
                "no line of a status, and more of it",
                "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n" + LONG,
                "HTTP/1.1 200 OK\r\n\r\n" + LONG + LONG,
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;ext=" + LONG,
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\nX-End: " + LONG);
    }

    @ParameterizedTest
    @MethodSource("answersWithoutEnd")
    void endsAnAnswerThatComesByteByByteWhateverPartOfItDoes(String answer) throws Exception {
        side.answers(request -> answer.getBytes(StandardCharsets.US_ASCII));
        side.drips(60);
        long begun = System.nanoTime();

        assertThatThrownBy(this::get).isInstanceOf(SocketTimeoutException.class);

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isBetween(DEADLINE, DEADLINE.plusMillis(800));
        side.drips(0);
        side.answers(request -> ScriptedSide.http("200 OK", "Connection: close\r\n", "fine"));
        assertThat(get()).isEqualTo("fine");
    }

    @Test
    void readsNoHeadWithoutBounds() throws Exception {
        side.answers(request ->
                ("HTTP/1.1 200 OK\r\n" + "X-A: b\r\n".repeat(300) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        assertThatThrownBy(this::get).isInstanceOf(MessageConstraintException.class);
        side.answers(request ->
                ("HTTP/1.1 200 OK\r\nX-A: " + "b".repeat(20_000) + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        assertThatThrownBy(this::get).isInstanceOf(MessageConstraintException.class);
    }

    @Test
    void givesTheConnectionOfAnAnswerThatIsTooLargeBack() throws Exception {
        for (String head : new String[] {"Content-Length: 2000\r\n", ""}) {
            side.answers(request ->
                    ("HTTP/1.1 200 OK\r\n" + head + "\r\n" + "b".repeat(2000)).getBytes(StandardCharsets.US_ASCII));
            assertThatThrownBy(this::get).isInstanceOf(AnswerTooLargeException.class);
        }
        side.answers(request -> ScriptedSide.http("200 OK", "Connection: close\r\n", "fine"));
        assertThat(get()).isEqualTo("fine");
    }

    private String get() throws Exception {
        return client.execute(
                new HttpGet(side.address()),
                response -> EntityUtils.toString(response.getEntity(), StandardCharsets.UTF_8));
    }
}
