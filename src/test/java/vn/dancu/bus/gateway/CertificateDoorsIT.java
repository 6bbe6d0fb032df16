package vn.dancu.bus.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.bus.fixtures.KeyStores;
import vn.dancu.bus.fixtures.Person;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.fixtures.SecondInstance;
import vn.dancu.bus.fixtures.Signature;
import vn.dancu.bus.fixtures.SoapClient;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.partner.Partner;
import vn.dancu.bus.partner.PartnerLifecycle;
import vn.dancu.bus.partner.credential.Credential;
import vn.dancu.bus.partner.credential.CredentialKind;
import vn.dancu.bus.partner.credential.CredentialValidity;
import vn.dancu.bus.partner.credential.Credentials;

/**
 * An instance with TLS and {@code server.ssl.client-auth=want}: a partner with a registered certificate comes in with it
 * and not without. The partner has no permission, so that {@code service_not_allowed} says that the door was passed.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CertificateDoorsIT {

    private static final RunningBus BUS = RunningBus.shared();
    private static final Person NOBODY = new Person("999000000001", null, "Nguyễn Văn Mẫu", "1990-05-17");
    private static final PartnerId PARTNER = new PartnerId("h40-chungthu");
    private static final Actor OPERATOR = new Actor("hoa.vanhanh", Set.of(Role.OPERATOR));
    private static final Pattern TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");

    private @Nullable SecondInstance instance;
    private @Nullable KeyStores keys;
    private @Nullable Path trust;
    private String secret = "";

    @BeforeAll
    void start(@TempDir Path folder) {
        KeyStores stores = new KeyStores(folder);
        Path server = stores.key("server");
        List.of("right", "next", "other").forEach(stores::key);
        Path trusted = stores.trusting("trusted", List.of("right", "next", "other"));
        trust = stores.trusting("bus", List.of("server"));
        keys = stores;
        instance = SecondInstance.beside(
                BUS,
                "--server.ssl.key-store=" + server.toUri(),
                "--server.ssl.key-store-type=PKCS12",
                "--server.ssl.key-store-password=" + KeyStores.PASSWORD,
                "--server.ssl.trust-store=" + trusted.toUri(),
                "--server.ssl.trust-store-type=PKCS12",
                "--server.ssl.trust-store-password=" + KeyStores.PASSWORD,
                "--server.ssl.client-auth=want");
        PartnerLifecycle lifeCycle = bean(PartnerLifecycle.class);
        lifeCycle.open(
                new Partner(PARTNER, "Đối tác có chứng thư số", "H40", "official", Partner.State.CONNECTING), OPERATOR);
        lifeCycle.goLive(PARTNER, null, OPERATOR);
        secret = bean(Credentials.class)
                .issue(PARTNER, CredentialKind.SECRET, CredentialValidity.DEFAULT, OPERATOR)
                .secret();
    }

    @AfterAll
    void stop() {
        if (instance != null) {
            instance.close();
        }
    }

    @Test
    void demandsTheRegisteredCertificateAtEveryHttpDoor() {
        String early = token("right");
        assertThat(codes("right", early)).containsOnly("service_not_allowed", "token");
        Credential right = register("right", CredentialValidity.DEFAULT);

        assertThat(codes("right", early)).containsOnly("service_not_allowed", "token");
        assertThat(codes(null, early)).containsOnly("certificate_missing");
        assertThat(codes("other", early)).containsOnly("certificate_wrong");

        Credential next = register("next", CredentialValidity.DEFAULT);
        assertThat(codes("right", early))
                .as("both while they change over")
                .containsOnly("service_not_allowed", "token");
        assertThat(codes("next", early)).containsOnly("service_not_allowed", "token");
        bean(Credentials.class).revoke(PARTNER, right.id(), "replaced", OPERATOR);
        assertThat(codes("right", early)).containsOnly("certificate_wrong");

        bean(Credentials.class).revoke(PARTNER, next.id(), "shorter", OPERATOR);
        register(
                "next", new CredentialValidity(null, Clock.systemUTC().instant().plusSeconds(1)));
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(codes("next", early)).containsOnly("certificate_expired"));
    }

    @Test
    void demandsNoneOfAPartnerThatHasNone() {
        HttpResponse<String> answer =
                send(null, HttpRequest.newBuilder(uri("/oauth2/token")), "h41-lgsp", "sandbox-h41");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    /** What SOAP, the token endpoint and a bearer token say to whoever shows that certificate. */
    private List<String> codes(@Nullable String key, String bearer) {
        HttpResponse<String> token = send(key, HttpRequest.newBuilder(uri("/oauth2/token")), PARTNER.value(), secret);
        return List.of(code(soap(key)), token.statusCode() == 200 ? "token" : code(token), code(rest(key, bearer)));
    }

    private Credential register(String key, CredentialValidity validity) {
        try {
            return bean(Credentials.class)
                    .register(
                            PARTNER,
                            CredentialKind.CERTIFICATE,
                            Objects.requireNonNull(keys).certificate(key).getEncoded(),
                            validity,
                            OPERATOR);
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String token(String key) {
        Matcher token = TOKEN.matcher(send(key, HttpRequest.newBuilder(uri("/oauth2/token")), PARTNER.value(), secret)
                .body());
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private HttpResponse<String> send(
            @Nullable String key, HttpRequest.Builder request, String partner, String itsSecret) {
        String basic = Base64.getEncoder().encodeToString((partner + ":" + itsSecret).getBytes(StandardCharsets.UTF_8));
        return send(
                key,
                request.header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials")));
    }

    private HttpResponse<String> rest(@Nullable String key, String bearer) {
        String question =
                """
                {"maYeuCau":"c-1","maDVC":"1.001193","maCanBo":"canbo01","soDinhDanh":"999000000001",
                 "hoVaTen":"NGUYENVANMAU","ngaySinh":"1990-05-17"}""";
        return send(
                key,
                HttpRequest.newBuilder(uri("/api/v1/citizens/lookup"))
                        .header("Authorization", "Bearer " + bearer)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(question)));
    }

    private HttpResponse<String> soap(@Nullable String key) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(Signature.PATH))
                .header("Content-Type", "text/xml; charset=utf-8")
                .header("SOAPAction", "\"\"")
                .POST(HttpRequest.BodyPublishers.ofString(SoapClient.envelope(
                        "TraCuuThongTinCongDan", SoapClient.lookUpContent(NOBODY, "c-" + System.nanoTime()))));
        Signature.headers(
                        PARTNER.value(),
                        secret,
                        String.valueOf(Clock.systemUTC().millis()))
                .forEach(line -> request.header(line.split(": ", 2)[0], line.split(": ", 2)[1]));
        return send(key, request);
    }

    private HttpResponse<String> send(@Nullable String key, HttpRequest.Builder request) {
        HttpClient client = HttpClient.newBuilder()
                .sslContext(Objects.requireNonNull(keys).client(key, Objects.requireNonNull(trust)))
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String code(HttpResponse<String> answer) {
        Matcher known = Pattern.compile("service_not_allowed|certificate_(missing|wrong|expired)")
                .matcher(answer.body());
        return known.find() ? known.group() : answer.body();
    }

    private URI uri(String path) {
        return URI.create(
                "https://127.0.0.1:" + Objects.requireNonNull(instance).http() + path);
    }

    private <T> T bean(Class<T> type) {
        return Objects.requireNonNull(instance).bean(type);
    }
}
