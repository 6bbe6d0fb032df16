package vn.dancu.bus.upstream;

import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.boot.ssl.SslBundles;
import vn.dancu.bus.fixtures.Authority;
import vn.dancu.bus.fixtures.Person;
import vn.dancu.bus.fixtures.RawHttp;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.fixtures.RunningNational;
import vn.dancu.bus.fixtures.ScriptedSide;
import vn.dancu.bus.fixtures.SoapClient;
import vn.dancu.bus.fixtures.TlsFront;
import vn.dancu.bus.fixtures.UpstreamRoutes;

/**
 * A bus in the role upstream that asks the mock of the national side through TLS with a certificate of its own: most services with a digest,
 * blood groups of a platform with an access token; whether there is somebody of a side that wants signed headers.
 */
final class AccountHub implements AutoCloseable {

    static final String BY_DIGEST = "TraCuuThongTinCongDan";
    static final String BY_TOKEN = "CungCapThongTinNhomMau";
    static final String BY_HEADERS = "XacThucThongTinCongDan";
    static final String KEY = "khoa ky tieu de";
    private static final String PACK =
            """
            name: ky-tieu-de
            title:
              vi: Ký các tiêu đề
              en: Signed headers
            family: citizen
            version: v1
            shape:
              names: parts
              relatives: parts
              codes: elements
              dates: iso
              units: one-code
              attributes: true
            question:
              body: json
            credentials:
              kind: hmac-headers
              prefix: XroadVnpt-
              version: 3.0.201608
              signed:
                systemid: '{systemId}'
                timestamp: '{timestamp}'
                Content-Type: application/json
              namesHeader: sign-header-key
              textHeader: sign-header
              hashHeader: hash-header
            time:
              unit: ddMMyyyy'T'HHmmss+SSSS
            folding: [upper-case]
            """;

    final Authority authority = Authority.root(
            "CN=Chung thuc mau, C=VN", Authority.rsa(2048), Clock.systemUTC().instant());
    final RunningNational national = RunningNational.start(3000);
    final ScriptedSide signed = new ScriptedSide();
    final TlsFront front;
    final RunningBus bus;
    private final Authority.Holder server = authority.rsaHolder("CN=may chu, C=VN");
    private final AtomicInteger exchanges = new AtomicInteger();
    private final Path folder;
    private final SoapClient asker;
    private final Person person;
    private int serial;

    AccountHub() throws Exception {
        folder = RunningBus.newFolder("account-hub-");
        front = new TlsFront(national.server().port(), own());
        authority.holder("CN=hub 0, C=VN").pem(file("hub.key"), file("hub.crt"));
        Authority.trusting(file("national.crt"), authority.certificate);
        List<String> settings = new ArrayList<>(List.of(
                "--dancu.register.kind=upstream",
                "--dancu.hub.identities=same",
                "--dancu.routes.dir=" + UpstreamRoutes.in(folder, "platform", "signed"),
                "--spring.ssl.bundle.watch.file.quiet-period=200ms",
                "--spring.ssl.bundle.pem.national.reload-on-update=true",
                "--spring.ssl.bundle.pem.national.keystore.certificate="
                        + file("hub.crt").toUri(),
                "--spring.ssl.bundle.pem.national.keystore.private-key="
                        + file("hub.key").toUri(),
                "--spring.ssl.bundle.pem.national.truststore.certificate="
                        + file("national.crt").toUri()));
        settings.addAll(upstream("national", "live", "username", "secret-key"));
        settings.addAll(upstream("platform", "ngsp", "consumer-key", "consumer-secret"));
        settings.add("--dancu.upstream.platform.services=" + BY_TOKEN);
        Path pack = Files.createDirectories(file("packs").resolve("ky-tieu-de"));
        Files.writeString(pack.resolve("dialect.yaml"), PACK);
        settings.addAll(List.of(
                "--dancu.dialect.folder=" + file("packs"),
                "--dancu.upstream.signed.dialect=ky-tieu-de",
                "--dancu.upstream.signed.address=" + signed.address(),
                "--dancu.upstream.signed.path=/getCitizen",
                "--dancu.upstream.signed.account.system-id=000.00.00.H41",
                "--dancu.upstream.signed.account.secret-key=" + KEY,
                "--dancu.upstream.signed.services=" + BY_HEADERS));
        bus = RunningBus.start(settings.toArray(String[]::new));
        bus.bean(SslBundles.class).addBundleUpdateHandler("national", bundle -> exchanges.incrementAndGet());
        asker = new SoapClient(bus.ports().http(), "h41-lgsp", "sandbox-h41");
        person = bus.anybody();
    }

    private List<String> upstream(String name, String dialect, String user, String secret) {
        return Stream.of(
                        "dialect=" + dialect,
                        "address=" + front.address(),
                        "path=/population/" + dialect,
                        "account." + user + "=" + RunningNational.ACCOUNT,
                        "account." + secret + "=" + RunningNational.SECRET,
                        "http.ssl-bundle=national",
                        "http.answer-timeout=1s",
                        "http.deadline=2s",
                        "breaker.failures=100",
                        "breaker.calls=1000")
                .map(setting -> "--dancu.upstream." + name + "." + setting)
                .toList();
    }

    /** What the other side shows and takes when it is well. */
    javax.net.ssl.SSLContext own() throws Exception {
        return TlsFront.showing(server, authority.certificate, true);
    }

    Authority.Holder server() {
        return server;
    }

    /** Puts that certificate into the files of the bus, and waits until it has read them. */
    void shows(Authority.Holder holder) throws Exception {
        int before = exchanges.get();
        holder.pem(file("hub.key"), file("hub.crt"));
        await().atMost(Duration.ofSeconds(20)).until(() -> exchanges.get() > before);
    }

    String id() {
        return "account-" + ++serial;
    }

    RawHttp.Answer ask(String service, String id) {
        return asker.ask(service, SoapClient.contentOf(service, person, id));
    }

    /** How often the national side was asked that. */
    long asked(String verb) {
        return StreamSupport.stream(national.journal().spliterator(), false)
                .filter(line -> line.path("verb").asText().equals(verb))
                .count();
    }

    /** The records of that question, each as kind and result. */
    List<String> recorded(String id) {
        return bus.jdbc()
                .sql("select kind || ' ' || result from audit.event where message_id = ?")
                .param(id)
                .query(String.class)
                .list();
    }

    void reset() {
        national.delete("/control/faults");
        national.delete("/control/journal");
        front.forget();
    }

    private Path file(String name) {
        return folder.resolve(name).toAbsolutePath();
    }

    @Override
    public void close() {
        bus.close();
        front.close();
        signed.close();
        national.close();
    }
}
