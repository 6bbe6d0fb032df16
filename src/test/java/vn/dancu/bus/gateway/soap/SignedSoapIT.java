package vn.dancu.bus.gateway.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.partner.credential.Credential;
import vn.dancu.bus.partner.credential.CredentialKind;
import vn.dancu.bus.partner.credential.CredentialValidity;
import vn.dancu.bus.partner.credential.Credentials;
import vn.dancu.bus.trust.message.MessageSignatures;
import vn.dancu.bus.trust.message.SignatureTerms;

/** A partner that must sign its messages, at two instances on one database; the second one signs its answers and has a list of whom was revoked. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignedSoapIT {

    private static final RunningBus BUS = RunningBus.shared();
    private static final PartnerId PARTNER = new PartnerId("h41-lgsp");
    private static final String SECRET = "sandbox-h41";
    private static final String LISTS = "/soap/list/v1";
    private static final Actor OPERATOR = new Actor("hoa.vanhanh", Set.of(Role.OPERATOR));
    private static final Pattern CODE = Pattern.compile("Ma>([a-z_]+)<");
    private static final Clock CLOCK = Clock.systemUTC();
    private static final SignatureTerms TERMS =
            new SignatureTerms(Duration.ofMinutes(5), Duration.ofSeconds(30), false);

    @TempDir
    static Path folder;

    private final MessageSignatures signatures = new MessageSignatures(CLOCK);
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private Authority.Holder holder;
    private Authority.Holder bus;
    private Authority.Holder revoked;
    private Authority.Holder ended;
    private @Nullable SecondInstance instance;

    @BeforeAll
    void start() throws Exception {
        Authority authority = Authority.root("CN=Chung thuc mau, C=VN", CLOCK.instant());
        holder = authority.holder("CN=doi tac, C=VN");
        bus = authority.holder("CN=truc, C=VN");
        revoked = authority.holder("CN=bi thu hoi, C=VN");
        ended = authority.holder("CN=ngan han, C=VN");
        bus.pem(folder.resolve("bus.key"), folder.resolve("bus.crt"));
        Authority.trusting(folder.resolve("authorities.crt"), authority.certificate);
        authority.crl(folder.resolve("list.crl"), CLOCK.instant(), revoked.certificate());
        instance = SecondInstance.beside(
                BUS,
                "--dancu.trust.message.bundle=answers",
                "--spring.ssl.bundle.pem.answers.keystore.certificate="
                        + folder.resolve("bus.crt").toUri(),
                "--spring.ssl.bundle.pem.answers.keystore.private-key="
                        + folder.resolve("bus.key").toUri(),
                "--dancu.trust.revocation.source=crl",
                "--dancu.trust.revocation.authorities=" + folder.resolve("authorities.crt"),
                "--dancu.trust.revocation.crls=" + folder.resolve("list.crl"));
        register(holder, CredentialValidity.DEFAULT);
        Credential revokedOne = register(revoked, CredentialValidity.DEFAULT);
        register(ended, new CredentialValidity(null, CLOCK.instant().plusSeconds(2)));
        assertThat(revokedOne.kind()).isEqualTo(CredentialKind.SIGNING_CERTIFICATE);
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(code(ask(firstPort(), Signature.PATH, question())))
                        .isEqualTo("signature_missing"));
    }

    /** The others that share the bus ask as the same partner, and sign nothing. */
    @AfterAll
    void stop() {
        Credentials credentials = BUS.bean(Credentials.class);
        for (Credential one : credentials.of(PARTNER)) {
            if (one.kind() == CredentialKind.SIGNING_CERTIFICATE && one.revokedAt() == null) {
                credentials.revoke(PARTNER, one.id(), "the test is over", OPERATOR);
            }
        }
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(
                        ask(firstPort(), Signature.PATH, question()).statusCode())
                .isEqualTo(200));
        if (instance != null) {
            instance.close();
        }
    }

    @Test
    void answersASignedQuestionByASignedAnswer() throws Exception {
        HttpResponse<byte[]> answer = ask(secondPort(), Signature.PATH, signed(holder));

        assertThat(answer.statusCode()).as(text(answer)).isEqualTo(200);
        assertThat(text(answer)).contains("CongdanCollection", "BinarySecurityToken");
        assertThatCode(() -> signatures.verify(
                        answer.body(), TERMS, signer -> assertThat(signer).isEqualTo(bus.certificate())))
                .doesNotThrowAnyException();
        assertThat(answer.headers().firstValueAsLong("Content-Length").orElse(-1))
                .isEqualTo(answer.body().length);
    }

    @Test
    void answersUnsignedWhereTheBusHasNoKeyForIt() throws Exception {
        HttpResponse<byte[]> answer = ask(firstPort(), Signature.PATH, signed(holder));

        assertThat(answer.statusCode()).as(text(answer)).isEqualTo(200);
        assertThat(text(answer)).contains("CongdanCollection").doesNotContain("Security");
    }

    @Test
    void refusesAQuestionThatIsUnsignedOrSignedByAnother() throws Exception {
        Authority other = Authority.root("CN=Chung thuc khac, C=VN", CLOCK.instant());

        assertThat(code(ask(secondPort(), Signature.PATH, question()))).isEqualTo("signature_missing");
        assertThat(code(ask(secondPort(), Signature.PATH, signed(other.holder("CN=la, C=VN")))))
                .isEqualTo("signer_untrusted");
        assertThat(code(ask(secondPort(), Signature.PATH, changed(signed(holder), "NGUYENVANMAU", "KEXAMNHAP"))))
                .isEqualTo("signature_invalid");
        assertThat(code(ask(
                        secondPort(),
                        Signature.PATH,
                        changed(signed(holder), "</soapenv:Header>", "</soapenv:Header><soapenv:Body/>"))))
                .isEqualTo("field_duplicated");
    }

    @Test
    void refusesACertificateThatWasRevokedOrHasEnded() throws Exception {
        assertThat(code(ask(secondPort(), Signature.PATH, signed(revoked)))).isEqualTo("signer_revoked");
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(code(ask(secondPort(), Signature.PATH, signed(ended))))
                        .isEqualTo("certificate_expired"));
    }

    @Test
    void answersAMessageOnceAtWhicheverInstanceItComesAndUnderWhicheverHeader() throws Exception {
        byte[] message = signed(holder);

        assertThat(ask(firstPort(), Signature.PATH, message).statusCode()).isEqualTo(200);
        HttpResponse<byte[]> again = ask(secondPort(), Signature.PATH, message);
        assertThat(code(again)).isEqualTo("request_replayed");
        assertThat(text(again))
                .as("the fault of a signed question is signed too")
                .contains("BinarySecurityToken");
        assertThatCode(() -> signatures.verify(again.body(), TERMS, signer -> {}))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesAQuestionWhoseTimestampIsOld() throws Exception {
        MessageSignatures late = new MessageSignatures(Clock.offset(CLOCK, Duration.ofMinutes(-6)));

        assertThat(code(ask(secondPort(), Signature.PATH, late.sign(question(), holder.key()))))
                .isEqualTo("timestamp_outside_window");
    }

    @Test
    void demandsTheSameOfRequestsForLists() throws Exception {
        byte[] request =
                """
                <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Header/>
                <soapenv:Body><ds:GetRequests xmlns:ds="urn:dancu:list:v1"/></soapenv:Body></soapenv:Envelope>
                """
                        .getBytes(StandardCharsets.UTF_8);

        assertThat(code(ask(secondPort(), LISTS, request))).isEqualTo("signature_missing");
        HttpResponse<byte[]> answer = ask(secondPort(), LISTS, signatures.sign(request, holder.key()));
        assertThat(code(answer)).isNotIn("signature_missing", "signature_invalid", "signature_forbidden");
        assertThat(text(answer)).contains("BinarySecurityToken");
    }

    private Credential register(Authority.Holder one, CredentialValidity validity) throws Exception {
        return Objects.requireNonNull(instance)
                .bean(Credentials.class)
                .register(
                        PARTNER,
                        CredentialKind.SIGNING_CERTIFICATE,
                        one.certificate().getEncoded(),
                        validity,
                        OPERATOR);
    }

    private byte[] signed(Authority.Holder one) {
        return signatures.sign(question(), one.key());
    }

    private static byte[] changed(byte[] message, String from, String to) {
        String text = new String(message, StandardCharsets.UTF_8);
        assertThat(text).contains(from);
        return text.replace(from, to).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] question() {
        Person nobody = new Person("999000000001", null, "Nguyễn Văn Mẫu", "1990-05-17");
        return SoapClient.envelope(
                        "TraCuuThongTinCongDan",
                        SoapClient.lookUpContent(nobody, UUID.randomUUID().toString()))
                .replace("<soapenv:Body>", "<soapenv:Header/><soapenv:Body>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private HttpResponse<byte[]> ask(int port, String path, byte[] message) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "text/xml; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofByteArray(message));
        Signature.headers(PARTNER.value(), SECRET, String.valueOf(CLOCK.millis()))
                .forEach(line -> request.header(line.split(": ", 2)[0], line.split(": ", 2)[1]));
        return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String code(HttpResponse<byte[]> answer) {
        Matcher code = CODE.matcher(text(answer));
        return code.find() ? code.group(1) : text(answer);
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static int firstPort() {
        return BUS.ports().http();
    }

    private int secondPort() {
        return Objects.requireNonNull(instance).http();
    }
}
