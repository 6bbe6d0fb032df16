package vn.dancu.bus.gateway.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;
import static vn.dancu.bus.fixtures.SigningPartner.code;
import static vn.dancu.bus.fixtures.SigningPartner.text;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.bus.fixtures.Authority;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.fixtures.Signature;
import vn.dancu.bus.fixtures.SigningPartner;
import vn.dancu.bus.partner.credential.CredentialValidity;
import vn.dancu.bus.trust.message.MessageSignatures;
import vn.dancu.bus.trust.message.SignatureTerms;

/** A partner that must sign its messages, at two instances on one database; the second one signs its answers and has a list of whom was revoked. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignedSoapIT {

    private static final String LISTS = "/soap/list/v1";
    private static final Clock CLOCK = Clock.systemUTC();
    private static final SignatureTerms TERMS =
            new SignatureTerms(Duration.ofMinutes(5), Duration.ofSeconds(30), false);

    private final MessageSignatures signatures = new MessageSignatures(CLOCK);
    private @Nullable SigningPartner partner;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        partner = new SigningPartner(RunningBus.shared(), folder);
    }

    @AfterAll
    void stop() {
        if (partner != null) {
            partner.close();
        }
    }

    @Test
    void answersASignedQuestionByASignedAnswer() throws Exception {
        HttpResponse<byte[]> answer = second(signed(partner().holder));

        assertThat(answer.statusCode()).as(text(answer)).isEqualTo(200);
        assertThat(text(answer)).contains("CongdanCollection", "BinarySecurityToken");
        assertThatCode(() -> signatures.verify(answer.body(), TERMS, signer -> assertThat(signer)
                        .isEqualTo(partner().answering.certificate())))
                .doesNotThrowAnyException();
        assertThat(answer.headers().firstValueAsLong("Content-Length").orElse(-1))
                .isEqualTo(answer.body().length);
    }

    @Test
    void answersUnsignedWhereTheBusHasNoKeyForIt() throws Exception {
        HttpResponse<byte[]> answer = first(signed(partner().holder));

        assertThat(answer.statusCode()).as(text(answer)).isEqualTo(200);
        assertThat(text(answer)).contains("CongdanCollection").doesNotContain("Security");
    }

    @Test
    void refusesAQuestionThatIsUnsignedOrSignedByAnother() throws Exception {
        Authority other = Authority.root("CN=Chung thuc khac, C=VN", CLOCK.instant());

        assertThat(code(second(SigningPartner.question()))).isEqualTo("signature_missing");
        assertThat(code(second(signed(other.holder("CN=la, C=VN"))))).isEqualTo("signer_untrusted");
        assertThat(code(second(changed(signed(partner().holder), "NGUYENVANMAU", "KEXAMNHAP"))))
                .isEqualTo("signature_invalid");
        assertThat(code(second(
                        changed(signed(partner().holder), "</soapenv:Header>", "</soapenv:Header><soapenv:Body/>"))))
                .isEqualTo("field_duplicated");
    }

    @Test
    void refusesACertificateThatWasRevokedHasEndedOrHasNotBegun() throws Exception {
        Authority.Holder ended = partner().authority.holder("CN=ngan han, C=VN");
        partner().register(ended, new CredentialValidity(null, CLOCK.instant().plusSeconds(1)));

        Authority.Holder coming = partner().authority.holder("CN=sap toi, C=VN");
        partner().register(coming, new CredentialValidity(CLOCK.instant().plusSeconds(3600), null));

        assertThat(code(second(signed(coming)))).isEqualTo("signer_untrusted");
        assertThat(code(second(signed(partner().revoked)))).isEqualTo("signer_revoked");
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(code(second(signed(ended)))).isEqualTo("certificate_expired"));
    }

    @Test
    void answersAMessageOnceAtWhicheverInstanceItComesAndUnderWhicheverHeader() throws Exception {
        byte[] message = signed(partner().holder);

        assertThat(first(message).statusCode()).isEqualTo(200);
        HttpResponse<byte[]> again = second(message);
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

        assertThat(code(second(
                        late.sign(SigningPartner.question(), partner().holder.key()))))
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

        assertThat(code(partner().ask(partner().secondPort(), LISTS, request))).isEqualTo("signature_missing");
        HttpResponse<byte[]> answer = partner()
                .ask(
                        partner().secondPort(),
                        LISTS,
                        signatures.sign(request, partner().holder.key()));
        assertThat(code(answer)).isNotIn("signature_missing", "signature_invalid", "signature_forbidden");
        assertThat(text(answer)).contains("BinarySecurityToken");
    }

    private byte[] signed(Authority.Holder one) {
        return signatures.sign(SigningPartner.question(), one.key());
    }

    private static byte[] changed(byte[] message, String from, String to) {
        String text = new String(message, StandardCharsets.UTF_8);
        assertThat(text).contains(from);
        return text.replace(from, to).getBytes(StandardCharsets.UTF_8);
    }

    private HttpResponse<byte[]> first(byte[] message) throws Exception {
        return partner().ask(partner().firstPort(), Signature.PATH, message);
    }

    private HttpResponse<byte[]> second(byte[] message) throws Exception {
        return partner().ask(partner().secondPort(), Signature.PATH, message);
    }

    private SigningPartner partner() {
        return Objects.requireNonNull(partner);
    }
}
