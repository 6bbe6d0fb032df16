package vn.dancu.bus.http.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dancu.bus.fixtures.Authority;
import vn.dancu.bus.fixtures.ScriptedSide;
import vn.dancu.bus.fixtures.TlsFront;

/** What a reset over TLS means: that our certificate was refused, or nothing of the kind, and how long it takes to find out. */
class RefusedCertificateTest {

    /** The wait for an alert that does not come. */
    private static final Duration WAIT = Duration.ofMillis(500);

    private final Authority authority =
            Authority.root("CN=Chung thuc mau, C=VN", Clock.systemUTC().instant());
    private final Authority stranger =
            Authority.root("CN=Chung thuc la, C=VN", Clock.systemUTC().instant());
    private ScriptedSide behind;
    private TlsFront front;

    RefusedCertificateTest() throws Exception {}

    @BeforeEach
    void start() throws Exception {
        behind = new ScriptedSide();
        behind.answers(request -> ScriptedSide.http("200 OK", "Connection: close\r\n", "fine"));
        front = new TlsFront(behind.address().getPort(), taking(authority));
    }

    @AfterEach
    void stop() {
        front.close();
        behind.close();
    }

    private javax.net.ssl.SSLContext taking(Authority taken) throws Exception {
        return TlsFront.showing(authority.holder("CN=may chu, C=VN"), taken.certificate, false);
    }

    private IOException failed(HttpConnections asker) {
        return catchThrowableOfType(IOException.class, () -> get(asker));
    }

    private String get(HttpConnections asker) throws IOException {
        return asker.client(
                        "other",
                        new PoolSettings(
                                "own", 1, Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(5), 1000))
                .execute(
                        new HttpGet(front.address()),
                        response -> response.getEntity() == null
                                ? ""
                                : EntityUtils.toString(response.getEntity(), StandardCharsets.UTF_8));
    }

    private HttpConnections asker() throws Exception {
        var own = TlsFront.showing(authority.holder("CN=hub, C=VN"), authority.certificate, true);
        return new HttpConnections(bundle -> own, (bundle, then) -> {});
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2 TLSv1.3", "TLSv1.2", "TLSv1.3"})
    void isHeardOfWhateverVersionTheOtherSideSpeaks(String versions) throws Exception {
        front.speaks(versions.split(" "));
        front.shows(taking(stranger));
        try (HttpConnections asker = asker()) {
            assertThat(TlsFailure.of(failed(asker))).contains(TlsFailure.OURS_REFUSED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2 TLSv1.3", "TLSv1.3"})
    void isNotTakenForAResetOfASideThatHasTakenTheCertificate(String versions) throws Exception {
        front.speaks(versions.split(" "));
        front.resets(1);
        try (HttpConnections asker = asker()) {
            assertThat(TlsFailure.of(failed(asker))).isEmpty();
        }
    }

    /** The quickest of some: the machine may do other things meanwhile. */
    @Test
    void isNotWaitedForWhereTheOtherSideSaysAtOnceThatItHasTakenTheCertificate() throws Exception {
        try (HttpConnections asker = asker()) {
            assertThat(get(asker)).isEqualTo("fine");
            Duration quickest = Stream.generate(() -> tookAfterAReset(asker))
                    .limit(4)
                    .min(Comparator.naturalOrder())
                    .orElseThrow();

            assertThat(quickest).isLessThan(WAIT);
        }
    }

    /** A server that keeps connections, so that a reset can meet one that has brought an answer. */
    @Test
    void isNotWaitedForOnAConnectionThatHasBroughtAnAnswer() throws Exception {
        HttpServer keeping = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        keeping.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        keeping.start();
        try (TlsFront kept = new TlsFront(keeping.getAddress().getPort(), taking(authority));
                HttpConnections asker = asker()) {
            kept.speaks("TLSv1.3");
            front.close();
            front = kept;
            Duration quickest = WAIT;
            for (int i = 0; i < 4; i++) {
                get(asker);
                kept.resetsOpen();
                Duration took = took(asker);
                quickest = took.compareTo(quickest) < 0 ? took : quickest;
            }

            assertThat(quickest).isLessThan(WAIT);
        } finally {
            keeping.stop(0);
        }
    }

    private Duration tookAfterAReset(HttpConnections asker) {
        front.resets(1);
        return took(asker);
    }

    private Duration took(HttpConnections asker) {
        long begun = System.nanoTime();
        assertThat(failed(asker)).isNotNull();
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
