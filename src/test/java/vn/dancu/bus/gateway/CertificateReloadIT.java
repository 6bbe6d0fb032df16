package vn.dancu.bus.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.bus.fixtures.Authority;
import vn.dancu.bus.fixtures.Person;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.fixtures.SecondInstance;
import vn.dancu.bus.fixtures.Signature;
import vn.dancu.bus.fixtures.SoapClient;

/** An instance whose certificates lie in files that change while it runs, and that asks a list who was revoked. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CertificateReloadIT {

    private static final RunningBus BUS = RunningBus.shared();
    private static final Person NOBODY = new Person("999000000001", null, "Nguyễn Văn Mẫu", "1990-05-17");
    private static final String PARTNER = "h41-lgsp";
    private static final String SECRET = "sandbox-h41";

    @TempDir
    static Path folder;

    private Authority authority;
    private Authority.Holder partner;
    private Authority.Holder revoked;
    private @Nullable SecondInstance instance;

    @BeforeAll
    void start() throws Exception {
        authority = Authority.root("CN=Chung thuc mau, C=VN", Clock.systemUTC().instant());
        partner = authority.holder("CN=doi tac, C=VN");
        revoked = authority.holder("CN=bi thu hoi, C=VN");
        authority.holder("CN=cu, C=VN").pem(file("door.key"), file("door.crt"));
        Authority.trusting(file("clients.crt"), authority.certificate);
        Authority.trusting(file("authorities.crt"), authority.certificate);
        authority.crl(file("list.crl"), Clock.systemUTC().instant(), revoked.certificate());
        instance = SecondInstance.beside(
                BUS,
                "--server.ssl.bundle=doors",
                "--server.ssl.client-auth=want",
                "--spring.ssl.bundle.pem.doors.reload-on-update=true",
                "--spring.ssl.bundle.watch.file.quiet-period=300ms",
                "--spring.ssl.bundle.pem.doors.keystore.certificate="
                        + file("door.crt").toUri(),
                "--spring.ssl.bundle.pem.doors.keystore.private-key="
                        + file("door.key").toUri(),
                "--spring.ssl.bundle.pem.doors.truststore.certificate="
                        + file("clients.crt").toUri(),
                "--dancu.gateway.certificates.demanded-at=adapter,admin",
                "--dancu.trust.revocation.source=crl",
                "--dancu.trust.revocation.authorities=" + file("authorities.crt"),
                "--dancu.trust.revocation.crls=" + file("list.crl"));
    }

    @AfterAll
    void stop() {
        if (instance != null) {
            instance.close();
        }
    }

    @Test
    void losesNoRequestWhileItsCertificateIsRenewed() throws Exception {
        AtomicBoolean running = new AtomicBoolean(true);
        AtomicInteger answered = new AtomicInteger();
        ConcurrentLinkedQueue<String> lost = new ConcurrentLinkedQueue<>();
        List<Thread> askers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            boolean keepsConnection = i < 2;
            askers.add(new Thread(() -> ask(running, keepsConnection, answered, lost), "asker-" + i));
        }
        askers.forEach(Thread::start);
        try {
            for (String name : List.of("moi 1", "moi 2", "moi 3")) {
                int before = answered.get();
                authority.holder("CN=" + name + ", C=VN").pem(file("door.key"), file("door.crt"));
                await().atMost(Duration.ofSeconds(20))
                        .untilAsserted(() -> assertThat(shownByTheDoor()).contains("CN=" + name));
                await().atMost(Duration.ofSeconds(20)).until(() -> answered.get() > before + 20);
            }
        } finally {
            running.set(false);
            for (Thread asker : askers) {
                asker.join(30_000);
            }
        }

        assertThat(lost).as("of " + answered.get() + " answered").isEmpty();
    }

    @Test
    void takesTheClientsOfAnAuthorityThatIsAddedToTheFile() throws Exception {
        Authority other =
                Authority.root("CN=Chung thuc khac, C=VN", Clock.systemUTC().instant());
        Authority.Holder client = other.holder("CN=cua khac, C=VN");

        // The door names the authorities that it trusts, and the client has no certificate of one.
        assertThat(soap(client(client)).body()).contains("CongdanCollection");
        Authority.trusting(file("clients.crt"), authority.certificate, other.certificate);
        // It is trusted in TLS then; of its authority no list is named, so that nobody knows whether it was revoked.
        await().atMost(Duration.ofSeconds(20))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(soap(client(client)).body()).contains("revocation_unknown"));
    }

    @Test
    void takesARevokedCertificateAtNoDoor() throws Exception {
        assertThat(soap(client(partner)).body()).contains("CongdanCollection");
        HttpClient client = client(revoked);

        assertThat(soap(client).body()).contains("certificate_revoked");
        assertThat(soap(client).statusCode()).isEqualTo(500);
        for (String path : List.of(
                "/soap/list/v1",
                "/xroad/population/v1",
                "/r1/VN/GOV/000.00.00.G01/csdldc/population/citizens/lookup",
                "/listClients",
                "/api/v1/citizens/lookup",
                "/oauth2/token",
                "/api/v1/admin/partners",
                "/api/v1/me/record",
                "/XrdAdapter/RestService/forward/x")) {
            assertThat(post(client, path).body()).as(path).contains("certificate_revoked");
        }
    }

    @Test
    void demandsACertificateOfEverybodyWhereTheSettingSaysSo() throws Exception {
        assertThat(post(client(null), "/XrdAdapter/RestService/forward/x").body())
                .contains("certificate_missing");
        assertThat(post(client(null), "/api/v1/admin/partners").body()).contains("certificate_missing");
        assertThat(post(client(partner), "/api/v1/admin/partners").body()).doesNotContain("certificate_");
        assertThat(soap(client(null)).body()).as("a door that does not").contains("CongdanCollection");
    }

    private void ask(
            AtomicBoolean running,
            boolean keepsConnection,
            AtomicInteger answered,
            ConcurrentLinkedQueue<String> lost) {
        HttpClient kept = client(null);
        while (running.get()) {
            try {
                HttpResponse<String> answer = soap(keepsConnection ? kept : client(null));
                if (answer.statusCode() == 200 && answer.body().endsWith("Envelope>")) {
                    answered.incrementAndGet();
                } else {
                    lost.add(answer.statusCode() + " " + answer.body());
                }
            } catch (IOException | RuntimeException e) {
                lost.add(String.valueOf(e));
            }
        }
    }

    private HttpResponse<String> soap(HttpClient client) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(Signature.PATH))
                .header("Content-Type", "text/xml; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(SoapClient.envelope(
                        "TraCuuThongTinCongDan",
                        SoapClient.lookUpContent(NOBODY, UUID.randomUUID().toString()))));
        Signature.headers(PARTNER, SECRET, String.valueOf(Clock.systemUTC().millis()))
                .forEach(line -> request.header(line.split(": ", 2)[0], line.split(": ", 2)[1]));
        return send(client, request);
    }

    private HttpResponse<String> post(HttpClient client, String path) throws IOException {
        return send(
                client,
                HttpRequest.newBuilder(uri(path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{}")));
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request) throws IOException {
        try {
            return client.send(request.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Whom the certificate names that a new connection is shown. */
    private String shownByTheDoor() {
        try {
            Certificate[] shown = client(null)
                    .send(
                            HttpRequest.newBuilder(uri("/actuator/health")).build(),
                            HttpResponse.BodyHandlers.discarding())
                    .sslSession()
                    .orElseThrow()
                    .getPeerCertificates();
            return ((X509Certificate) shown[0]).getSubjectX500Principal().getName();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpClient client(Authority.@Nullable Holder shown) {
        try {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("authority", authority.certificate);
            TrustManagerFactory trusts = TrustManagerFactory.getInstance("PKIX");
            trusts.init(trusted);
            KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
            if (shown != null) {
                KeyStore own = KeyStore.getInstance("PKCS12");
                own.load(null, null);
                own.setKeyEntry("own", shown.pair().getPrivate(), new char[0], new Certificate[] {shown.certificate()});
                keys.init(own, new char[0]);
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(shown == null ? null : keys.getKeyManagers(), trusts.getTrustManagers(), null);
            return HttpClient.newBuilder()
                    .sslContext(context)
                    .version(HttpClient.Version.HTTP_1_1)
                    .build();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private URI uri(String path) {
        return URI.create(
                "https://127.0.0.1:" + Objects.requireNonNull(instance).http() + path);
    }

    private static Path file(String name) {
        return folder.resolve(name);
    }
}
