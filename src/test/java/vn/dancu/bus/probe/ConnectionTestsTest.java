package vn.dancu.bus.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.probe.TestedConnection.Address;
import vn.dancu.bus.probe.TestedConnection.Kind;

/** Tests of connections against real servers on loopback, each with one fault. */
class ConnectionTestsTest {

    private static final Duration PATIENCE = Duration.ofMillis(1500);
    private static final String LOOPBACK = "127.0.0.1";

    private final Instant now = Instant.now();
    private final CountDownLatch end = new CountDownLatch(1);
    private @Nullable ConnectionTests tests;

    @AfterEach
    void stop() {
        end.countDown();
        if (tests != null) {
            tests.close();
        }
    }

    private ConnectionReport test(Duration patience, TestedConnection connection) {
        tests = new ConnectionTests(List.of(() -> List.of(connection)), patience, Clock.systemUTC());
        return tests.test(connection.name());
    }

    private static TestedConnection to(String host, int port, @Nullable Supplier<TlsMaterial> tls) {
        TestedConnection plain = TestedConnection.plain(
                "other", Kind.WEBHOOK, new Address(host, port), steps -> steps.run(ProbeStage.ANSWER, () -> "heard"));
        return tls == null ? plain : plain.encrypted(null, tls);
    }

    private static ProbeFault fault(ConnectionReport report) {
        return report.failure().orElseThrow().fault();
    }

    @Test
    void passesEveryStepAndShowsTheCertificate() throws Exception {
        try (TlsServer server = TlsServer.start(LOOPBACK, now.minusSeconds(60), now.plusSeconds(86_400))) {
            ConnectionReport report = test(PATIENCE, to(LOOPBACK, server.port(), server.trusted()));

            assertThat(report.failure()).isEmpty();
            assertThat(report.steps())
                    .extracting(ProbeRun.ProbeStep::stage)
                    .containsExactly(
                            ProbeStage.DNS, ProbeStage.TCP, ProbeStage.TLS, ProbeStage.CERTIFICATE, ProbeStage.ANSWER);
            assertThat(report.steps())
                    .allSatisfy(step -> assertThat(step.millis()).isBetween(0.0, 3000.0));
            assertThat(report.steps().get(2).detail()).startsWith("TLSv1.3");
            assertThat(report.certificates()).singleElement().satisfies(shown -> {
                assertThat(shown.subject()).contains("O=Kiểm thử");
                assertThat(shown.validUntil()).isBetween(now.plusSeconds(86_300), now.plusSeconds(86_500));
            });
        }
    }

    @Test
    void stopsAtANameThatNobodyKnows() {
        ConnectionReport report = test(Duration.ofSeconds(5), to("no-such-host.invalid", 443, TlsMaterial::ofMachine));

        assertThat(fault(report)).isIn(ProbeFault.HOST_UNKNOWN, ProbeFault.NAME_SERVER_SILENT);
        assertThat(report.steps()).hasSize(1);
    }

    @Test
    void stopsAtAClosedPort() throws IOException {
        int port;
        try (ServerSocket once = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
            port = once.getLocalPort();
        }

        ConnectionReport report = test(PATIENCE, to(LOOPBACK, port, TlsMaterial::ofMachine));

        assertThat(fault(report)).isEqualTo(ProbeFault.PORT_REFUSED);
        assertThat(report.steps().get(1).detail()).isEqualTo(LOOPBACK + ":" + port);
    }

    @Test
    void stopsWhereThePortSpeaksNoTls() throws IOException {
        try (ServerSocket plain = answering("HTTP/1.1 400 Bad Request\r\n\r\n")) {
            assertThat(fault(test(PATIENCE, to(LOOPBACK, plain.getLocalPort(), TlsMaterial::ofMachine))))
                    .isEqualTo(ProbeFault.TLS_NOT_SPOKEN);
        }
    }

    @Test
    void stopsWhereNobodyAnswersTheHandshake() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getByName(LOOPBACK))) {
            ConnectionReport report =
                    test(Duration.ofMillis(300), to(LOOPBACK, silent.getLocalPort(), TlsMaterial::ofMachine));

            assertThat(fault(report)).isEqualTo(ProbeFault.TLS_SILENT);
        }
    }

    @Test
    void namesWhatIsWrongWithACertificateAndShowsIt() throws Exception {
        try (TlsServer expired = TlsServer.start(LOOPBACK, now.minusSeconds(900), now.minusSeconds(300));
                TlsServer early = TlsServer.start(LOOPBACK, now.plusSeconds(900), now.plusSeconds(9000));
                TlsServer stranger = TlsServer.start("192.0.2.1", now.minusSeconds(60), now.plusSeconds(900));
                TlsServer selfMade = TlsServer.start(LOOPBACK, now.minusSeconds(60), now.plusSeconds(900))) {
            assertCertificate(to(LOOPBACK, expired.port(), expired.trusted()), ProbeFault.CERTIFICATE_EXPIRED);
            assertCertificate(to(LOOPBACK, early.port(), early.trusted()), ProbeFault.CERTIFICATE_NOT_YET_VALID);
            assertCertificate(to(LOOPBACK, stranger.port(), stranger.trusted()), ProbeFault.CERTIFICATE_WRONG_NAME);
            assertCertificate(to(LOOPBACK, selfMade.port(), TlsMaterial::ofMachine), ProbeFault.CERTIFICATE_UNTRUSTED);
        }
    }

    private void assertCertificate(TestedConnection connection, ProbeFault expected) {
        ConnectionReport report = test(PATIENCE, connection);
        assertThat(fault(report)).isEqualTo(expected);
        assertThat(report.failure().orElseThrow().stage()).isEqualTo(ProbeStage.CERTIFICATE);
        assertThat(report.steps().get(2)).matches(step -> step.ok() && step.stage() == ProbeStage.TLS);
        assertThat(report.certificates()).hasSize(1);
        stop();
    }

    @Test
    void saysThatTheOtherSideWantsACertificate() throws Exception {
        try (TlsServer server = TlsServer.wantingCertificate()) {
            assertThat(fault(test(PATIENCE, to(LOOPBACK, server.port(), server.trusted()))))
                    .isEqualTo(ProbeFault.CLIENT_CERTIFICATE_REFUSED);
        }
    }

    @Test
    void asksTheProxyAndNotTheNameServerForTheOtherSide() throws Exception {
        TestedConnection far = to("partner.invalid", 8443, TlsMaterial::ofMachine);
        try (ServerSocket refusing = answering("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n");
                ServerSocket passing = answering("HTTP/1.1 200 OK\r\n\r\nno TLS behind it")) {
            ConnectionReport refused =
                    test(PATIENCE, far.through(URI.create("http://127.0.0.1:" + refusing.getLocalPort())));
            stop();
            ConnectionReport passed =
                    test(PATIENCE, far.through(URI.create("http://127.0.0.1:" + passing.getLocalPort())));

            assertThat(fault(refused)).isEqualTo(ProbeFault.PROXY_REFUSED);
            assertThat(refused.failure().orElseThrow().detail()).isEqualTo("HTTP 407");
            assertThat(fault(passed)).isEqualTo(ProbeFault.TLS_NOT_SPOKEN);
        }
    }

    @Test
    void endsInTimeWhereTheAnswerDoesNotCome() {
        TestedConnection hanging = TestedConnection.plain(
                "other", Kind.DATABASE, null, steps -> steps.run(ProbeStage.CREDENTIAL, this::hang));
        long begun = System.nanoTime();

        ConnectionReport report = test(Duration.ofMillis(150), hanging);

        assertThat(fault(report)).isEqualTo(ProbeFault.ANSWER_SILENT);
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isBetween(Duration.ofMillis(290), Duration.ofSeconds(3));
    }

    private String hang() throws ProbeFailure {
        try {
            end.await();
            return "";
        } catch (InterruptedException e) {
            throw new ProbeFailure(ProbeFault.CONNECTION_CUT, "", e);
        }
    }

    @Test
    void testsOnlyWhatTheSettingsHaveAndNotTwiceAtOnce() {
        assertThat(test(PATIENCE, TestedConnection.plain("other", Kind.DATABASE, null, steps -> {}))
                        .failure())
                .isEmpty();

        assertThatThrownBy(() -> tests.test("other"))
                .isInstanceOfSatisfying(
                        BusException.class, e -> assertThat(e.refusal().code()).isEqualTo(ErrorCode.OVERLOADED));
        assertThatThrownBy(() -> tests.test("http://169.254.169.254/"))
                .isInstanceOfSatisfying(
                        BusException.class, e -> assertThat(e.refusal().code()).isEqualTo(ErrorCode.RESOURCE_UNKNOWN));
    }

    /** A server that answers whatever it hears with that, and hangs up. */
    private static ServerSocket answering(String text) throws IOException {
        ServerSocket server = new ServerSocket(0, 5, InetAddress.getByName(LOOPBACK));
        Thread thread = new Thread(() -> {
            while (!server.isClosed()) {
                try (Socket client = server.accept()) {
                    client.getInputStream().read();
                    client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
                    client.getOutputStream().flush();
                    client.setSoTimeout(500);
                    client.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
                } catch (IOException e) {
                    // closed, or the client has gone
                }
            }
        });
        thread.setDaemon(true);
        thread.start();
        return server;
    }
}
