package vn.dancu.bus.document.axis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.util.unit.DataSize;
import vn.dancu.bus.document.AxisSettings;
import vn.dancu.bus.document.AxisSettings.Account;
import vn.dancu.bus.document.axis.call.AxisCalls;
import vn.dancu.bus.document.axis.call.AxisHttp;
import vn.dancu.bus.document.axis.vxp.VxpTransport;
import vn.dancu.bus.probe.ProbeFailure;
import vn.dancu.bus.probe.ProbeFault;
import vn.dancu.bus.probe.ProbeRun;
import vn.dancu.bus.probe.TestedConnection;

/** What a test of an account says of the answers that an axis, or what stands before it, may give. */
class AxisConnectionsTest {

    private final CountDownLatch end = new CountDownLatch(1);
    private @Nullable HttpServer server;

    @AfterEach
    void stop() {
        end.countDown();
        if (server != null) {
            server.stop(0);
        }
    }

    @Test
    void namesWhatTheAnswerIs() throws IOException {
        assertThat(fault(200, "{\"status\":\"OK\",\"ErrorCode\":\"0\",\"count\":7}"))
                .isNull();
        assertThat(fault(401, "no")).isEqualTo(ProbeFault.CREDENTIAL_REFUSED);
        assertThat(fault(200, "{\"status\":\"FAIL\",\"ErrorCode\":\"15\"}")).isEqualTo(ProbeFault.CREDENTIAL_REFUSED);
        assertThat(fault(200, "{\"status\":\"FAIL\",\"ErrorCode\":\"21\"}")).isEqualTo(ProbeFault.ANSWER_REFUSED);
        assertThat(fault(200, "<html>Đăng nhập mạng</html>")).isEqualTo(ProbeFault.ANSWER_UNREADABLE);
        assertThat(fault(503, "later")).isEqualTo(ProbeFault.ANSWER_STATUS);
    }

    @Test
    void saysThatAnAnswerIsLate() throws IOException {
        assertThat(fault(0, "")).isEqualTo(ProbeFault.ANSWER_SILENT);
    }

    /** @param status 0 for a server that keeps still */
    private @Nullable ProbeFault fault(int status, String body) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 5);
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", exchange -> {
            if (status == 0) {
                hang();
            }
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        TestedConnection connection = connection(server.getAddress().getPort());
        ProbeFailure failure = catchThrowableOfType(
                ProbeFailure.class, () -> connection.exchange().hold(new ProbeRun()));
        server.stop(0);
        return failure == null ? null : failure.fault();
    }

    private void hang() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static TestedConnection connection(int port) {
        Account account = new Account(
                AxisSettings.Transport.VXP,
                URI.create("http://127.0.0.1:" + port),
                "000.00.00.G01",
                new AxisSettings.Credentials("000.00.00.G01", "secret"),
                Duration.ofSeconds(30),
                DataSize.ofMegabytes(1),
                false,
                new AxisSettings.Http(
                        2, Duration.ofSeconds(2), Duration.ofMillis(300), Duration.ofSeconds(2), null, null),
                new AxisSettings.Retry(1, Duration.ZERO),
                Map.of(),
                new AxisSettings.Codes(Set.of("15", "19"), Set.of("21")));
        AxisHttp http = new AxisHttp(account.http(), VxpTransport.USER_AGENT, null);
        AxisCalls calls = new AxisCalls("main", account, new SimpleMeterRegistry(), Clock.systemUTC());
        AxisAccount made = new AxisAccount(
                "main",
                account.agency(),
                account.pollPause(),
                new VxpTransport(account, http, calls, Clock.systemUTC()));
        AxisConnections all = new AxisConnections(
                new AxisSettings(Map.of("main", account)),
                new ConfiguredAccounts(Map.of("main", made), List.of(http)),
                new DefaultSslBundleRegistry());
        return all.connections().get(0);
    }
}
