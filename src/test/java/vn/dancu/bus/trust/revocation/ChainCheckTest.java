package vn.dancu.bus.trust.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.bus.fixtures.Authority;
import vn.dancu.bus.trust.revocation.RevocationCheck.Standing;
import vn.dancu.bus.trust.revocation.RevocationRules.Source;
import vn.dancu.bus.trust.revocation.RevocationRules.Unknown;

class ChainCheckTest {

    @TempDir
    Path folder;

    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicReference<CertificateStatus> status = new AtomicReference<>(CertificateStatus.GOOD);
    private Authority authority;
    private Authority signing;
    private X509Certificate holder;
    private @Nullable Duration kept;
    private HttpServer server;

    @BeforeEach
    void serve() throws Exception {
        authority = Authority.root("CN=Chung thuc mau, C=VN", Clock.systemUTC().instant());
        signing = authority;
        holder = authority.holder("CN=Co quan mau, C=VN").certificate();
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            byte[] answer = answer(exchange.getRequestBody().readAllBytes());
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void keepsAnAnswerUntilItsNextUpdate() {
        kept = Duration.ofHours(1);
        ChainCheck first = byResponder(Unknown.REFUSED, here());
        RevocationCheck lasting = new RevocationCheck(
                CertificateFiles.anchors(Set.of(authority.certificate)),
                rules(Source.OCSP, List.of(), here(), Unknown.REFUSED),
                Clock.systemUTC());

        assertThat(first.of(holder, List.of())).isEqualTo(Standing.GOOD);
        assertThat(asked).hasValue(1);
        for (int i = 0; i < 3; i++) {
            assertThat(lasting.of(path(), Clock.systemUTC().instant())).isEqualTo(Standing.GOOD);
        }
        assertThat(asked).as("one question of each").hasValue(2);
        status.set(new RevokedStatus(Date.from(Clock.systemUTC().instant().minusSeconds(60)), 1));
        assertThat(lasting.of(path(), Clock.systemUTC().instant()))
                .as("known until its next update")
                .isEqualTo(Standing.GOOD);
        assertThat(byResponder(Unknown.REFUSED, here()).of(holder, List.of())).isEqualTo(Standing.REVOKED);
    }

    @Test
    void believesNoAnswerThatAnotherSigned() throws Exception {
        kept = Duration.ofHours(1);
        signing = Authority.root("CN=Chung thuc mau, C=VN", Clock.systemUTC().instant());
        RevocationCheck check = new RevocationCheck(
                CertificateFiles.anchors(Set.of(authority.certificate)),
                rules(Source.OCSP, List.of(), here(), Unknown.REFUSED),
                Clock.systemUTC());

        assertThat(check.of(path(), Clock.systemUTC().instant())).isEqualTo(Standing.UNKNOWN);
        signing = authority;
        assertThat(check.of(path(), Clock.systemUTC().instant()))
                .as("the forged answer was not kept")
                .isEqualTo(Standing.GOOD);
    }

    @Test
    void followsTheSettingWhereTheResponderIsAway() throws Exception {
        URI nobody;
        try (ServerSocket free = new ServerSocket(0)) {
            nobody = URI.create("http://127.0.0.1:" + free.getLocalPort() + "/");
        }

        assertThat(byResponder(Unknown.REFUSED, nobody).of(holder, List.of())).isEqualTo(Standing.UNKNOWN);
        assertThat(byResponder(Unknown.ACCEPTED, nobody).of(holder, List.of())).isEqualTo(Standing.GOOD);
    }

    @Test
    void waitsNoLongerThanTheSettingForASilentResponder() throws IOException {
        try (ServerSocket silent = new ServerSocket(0)) {
            ChainCheck check = new ChainCheck(
                    CertificateFiles.anchors(Set.of(authority.certificate)),
                    new RevocationRules(
                            Source.OCSP,
                            List.of(),
                            URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/"),
                            Unknown.REFUSED,
                            Duration.ofMillis(300)),
                    Clock.systemUTC());
            Instant before = Clock.systemUTC().instant();

            assertThat(check.of(holder, List.of())).isEqualTo(Standing.UNKNOWN);
            assertThat(Duration.between(before, Clock.systemUTC().instant())).isLessThan(Duration.ofSeconds(3));
        }
    }

    @Test
    void refusesWhomTheListNamesAndAsksNobodyAboutWhomIssuedItself() throws Exception {
        Path crl = authority.crl(folder.resolve("crl"), Clock.systemUTC().instant(), holder);
        ChainCheck check = byList(crl, Unknown.REFUSED);

        assertThat(check.of(holder, List.of())).isEqualTo(Standing.REVOKED);
        assertThat(check.of(authority.holder("CN=Khac, C=VN").certificate(), List.of()))
                .isEqualTo(Standing.GOOD);
        assertThat(check.of(Authority.selfSigned("CN=Tu ky, C=VN").certificate(), List.of()))
                .isEqualTo(Standing.GOOD);
        assertThat(check.of(
                        Authority.root("CN=La, C=VN").holder("CN=Cua la, C=VN").certificate(), List.of()))
                .as("of an authority that is not named")
                .isEqualTo(Standing.UNKNOWN);
    }

    @Test
    void refusesACertificateWhoseIssuerWasRevoked() throws Exception {
        Authority between = authority.below("CN=Cap hai, C=VN");
        Path above = authority.crl(folder.resolve("above"), Clock.systemUTC().instant(), between.certificate);
        Path below = between.crl(folder.resolve("below"), Clock.systemUTC().instant());
        ChainCheck check = new ChainCheck(
                CertificateFiles.anchors(Set.of(authority.certificate)),
                rules(Source.CRL, List.of(above, below), null, Unknown.REFUSED),
                Clock.systemUTC());

        assertThat(check.of(between.holder("CN=Duoi, C=VN").certificate(), List.of(between.certificate)))
                .isEqualTo(Standing.REVOKED);
    }

    @Test
    void waitsNoLongerThanTheSettingForAResponderThatSendsNothingAfterItsHeaders() throws Exception {
        try (ServerSocket halting = new ServerSocket(0)) {
            Thread answering = new Thread(() -> sendHeaders(halting));
            answering.start();
            RevocationCheck check = new RevocationCheck(
                    CertificateFiles.anchors(Set.of(authority.certificate)),
                    new RevocationRules(
                            Source.OCSP,
                            List.of(),
                            URI.create("http://127.0.0.1:" + halting.getLocalPort() + "/"),
                            Unknown.REFUSED,
                            Duration.ofMillis(500)),
                    Clock.systemUTC());

            assertThat(CompletableFuture.supplyAsync(
                            () -> check.of(path(), Clock.systemUTC().instant())))
                    .succeedsWithin(Duration.ofSeconds(10))
                    .isEqualTo(Standing.UNKNOWN);
            answering.join();
        }
    }

    private static void sendHeaders(ServerSocket server) {
        try {
            server.accept()
                    .getOutputStream()
                    .write(
                            """
                    HTTP/1.1 200 OK\r
                    Content-Type: application/ocsp-response\r
                    Content-Length: 500\r
                    \r
                    """
                                    .getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void fetchesNoListFromAnAddressInACertificate() throws Exception {
        Path old =
                authority.crl(folder.resolve("old"), Clock.systemUTC().instant().minus(Duration.ofDays(3)));
        X509Certificate pointing =
                authority.holder("CN=Chi duong, C=VN", here()).certificate();

        assertThat(byList(old, Unknown.REFUSED).of(pointing, List.of())).isEqualTo(Standing.UNKNOWN);
        assertThat(asked).as("questions to the address in the certificate").hasValue(0);
    }

    @Test
    void knowsACertificateAgainThatWasShownWithoutThoseAboveIt() throws Exception {
        Authority between = authority.below("CN=Cap hai, C=VN");
        Path above = authority.crl(folder.resolve("above"), Clock.systemUTC().instant());
        Path below = between.crl(folder.resolve("below"), Clock.systemUTC().instant());
        X509Certificate shown = between.holder("CN=Duoi, C=VN").certificate();
        ChainCheck check = new ChainCheck(
                CertificateFiles.anchors(Set.of(authority.certificate)),
                rules(Source.CRL, List.of(above, below), null, Unknown.REFUSED),
                Clock.systemUTC());

        assertThat(check.of(shown, List.of())).isEqualTo(Standing.UNKNOWN);
        assertThat(check.of(shown, List.of(between.certificate))).isEqualTo(Standing.GOOD);
    }

    private ChainCheck byResponder(Unknown unknown, URI responder) {
        return new ChainCheck(
                CertificateFiles.anchors(Set.of(authority.certificate)),
                rules(Source.OCSP, List.of(), responder, unknown),
                Clock.systemUTC());
    }

    private ChainCheck byList(Path crl, Unknown unknown) {
        return new ChainCheck(
                CertificateFiles.anchors(Set.of(authority.certificate)),
                rules(Source.CRL, List.of(crl), null, unknown),
                Clock.systemUTC());
    }

    private static RevocationRules rules(Source source, List<Path> crls, @Nullable URI responder, Unknown unknown) {
        return new RevocationRules(source, crls, responder, unknown, Duration.ofSeconds(5));
    }

    private URI here() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    private java.security.cert.CertPath path() {
        try {
            return java.security.cert.CertificateFactory.getInstance("X.509").generateCertPath(List.of(holder));
        } catch (java.security.cert.CertificateException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("checkstyle:IllegalType") // What Bouncy Castle takes.
    private byte[] answer(byte[] question) {
        try {
            BasicOCSPRespBuilder builder = new BasicOCSPRespBuilder(
                    SubjectPublicKeyInfo.getInstance(signing.pair.getPublic().getEncoded()),
                    new JcaDigestCalculatorProviderBuilder().build().get(org.bouncycastle.cert.ocsp.RespID.HASH_SHA1));
            Instant now = Clock.systemUTC().instant();
            builder.addResponse(
                    new OCSPReq(question).getRequestList()[0].getCertID(),
                    status.get(),
                    Date.from(now),
                    kept == null ? null : Date.from(now.plus(kept)),
                    null);
            return new OCSPRespBuilder()
                    .build(OCSPResp.SUCCESSFUL, builder.build(signing.signer(), null, Date.from(now)))
                    .getEncoded();
        } catch (Exception e) {
            throw new IllegalStateException("The responder of the test answers", e);
        }
    }
}
