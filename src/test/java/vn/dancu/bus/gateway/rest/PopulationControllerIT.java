package vn.dancu.bus.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.dancu.bus.fixtures.RawHttp;
import vn.dancu.bus.fixtures.ScriptedInquiries;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.population.Answer;
import vn.dancu.bus.message.population.PopulationOperation;
import vn.dancu.bus.message.population.ResultStatus;

@AtTheDoors
@ExtendWith(OutputCaptureExtension.class)
class PopulationControllerIT {

    private final ScriptedInquiries inquiries;
    private final DoorsClient doors;
    private final int port;

    PopulationControllerIT(@Autowired ScriptedInquiries inquiries, @LocalServerPort int port) {
        this.inquiries = inquiries;
        this.port = port;
        this.doors = new DoorsClient(port);
    }

    @BeforeEach
    void answersNothingFound() {
        inquiries.forget();
        inquiries.answer(query -> switch (query.operation().kind()) {
            case CITIZEN -> new Answer.OfCitizen(query.requestId(), ResultStatus.NOT_FOUND, Instant.EPOCH, null);
            case HOUSEHOLD -> new Answer.OfHousehold(query.requestId(), ResultStatus.NOT_FOUND, Instant.EPOCH, null);
            default -> new Answer.OfExistence(query.requestId(), ResultStatus.FOUND, Instant.EPOCH, true);
        });
    }

    @Test
    void answersALookUp() {
        RawHttp.Answer answer = doors.ask(DoorsClient.LOOKUP, doors.token(), DoorsClient.QUESTION);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers())
                .containsEntry("Content-Type", "application/json;charset=UTF-8")
                .containsEntry("DanCu-Result-Status", "not_found")
                .containsEntry("X-Content-Type-Options", "nosniff")
                .doesNotContainKeys("Set-Cookie", "Server");
        assertThat(UUID.fromString(answer.headers().get("DanCu-Event-Id"))).isNotNull();
        assertThat(answer.headers().get("Cache-Control")).contains("no-store");
        assertThat(DoorsClient.json(answer).path("soCongDan").asInt(-1)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/citizens/lookup,   TRA_CUU_THONG_TIN_CONG_DAN",
        "/api/v1/citizens/verify,   XAC_THUC_THONG_TIN_CONG_DAN",
        "/api/v1/households/lookup, CUNG_CAP_THONG_TIN_HO_GIA_DINH"
    })
    void asksForTheServiceOfItsPath(String path, PopulationOperation operation) {
        inquiries.answer(query ->
                Refusal.of(query.operation() == operation ? ErrorCode.NO_FIELD_ALLOWED : ErrorCode.INTERNAL_ERROR));

        RawHttp.Answer answer = doors.ask(path, doors.token(), DoorsClient.QUESTION);

        assertThat(DoorsClient.code(answer)).isEqualTo("no_field_allowed");
    }

    @Test
    void tellsTheInquiryWhoAsksAndHowMuchCameIn() {
        doors.ask(DoorsClient.LOOKUP, doors.token(), DoorsClient.QUESTION);

        assertThat(inquiries.contacts()).singleElement().satisfies(contact -> {
            assertThat(contact.door()).isEqualTo("rest");
            assertThat(contact.partner()).isEqualTo(new PartnerId("h41-lgsp"));
            assertThat(contact.bytesIn()).isEqualTo(DoorsClient.QUESTION.length());
            assertThat(contact.onceKey()).isNull();
        });
    }

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void turnsEveryRefusalIntoAProblem(ErrorCode code) {
        Refusal refusal = Refusal.of(code);
        inquiries.answer(query -> refusal);

        RawHttp.Answer answer = doors.ask(DoorsClient.LOOKUP, doors.token(), DoorsClient.QUESTION);

        assertThat(answer.status()).isEqualTo(code.httpStatus());
        assertThat(answer.headers()).containsEntry("Content-Type", "application/problem+json;charset=UTF-8");
        assertThat(DoorsClient.code(answer)).isEqualTo(code.code());
        assertThat(DoorsClient.json(answer).path("occurrence").asText())
                .isEqualTo(refusal.occurrence().toString());
        boolean later = code.httpStatus() == 503 || code.httpStatus() == 429;
        assertThat(answer.headers().containsKey("Retry-After")).isEqualTo(later);
        assertThat(answer.headers().containsKey("WWW-Authenticate")).isEqualTo(code.httpStatus() == 401);
        assertThat(inquiries.refusals()).as("recorded by the inquiry itself").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH"})
    void takesPostOnly(String method) {
        RawHttp.Answer answer = doors.send(
                method + " " + DoorsClient.LOOKUP, DoorsClient.QUESTION, "Authorization: Bearer " + doors.token());

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.headers()).containsEntry("Allow", "POST");
        assertThat(DoorsClient.code(answer)).isEqualTo("method_not_allowed");
        assertThat(inquiries.refusals()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/citizens", "/api/v1/citizens/999000000001", "/api/v2/citizens/lookup", "/api/"})
    void knowsNoOtherPath(String path) {
        RawHttp.Answer answer = doors.ask(path, doors.token(), DoorsClient.QUESTION);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(DoorsClient.code(answer)).isEqualTo("resource_unknown");
        assertThat(answer.body()).doesNotContain("999000000001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/xml", "application/*", "application/x-www-form-urlencoded", "nonsense", ""})
    void readsJsonOnly(String contentType) {
        RawHttp.Answer answer = doors.send(
                "POST " + DoorsClient.LOOKUP,
                DoorsClient.QUESTION,
                "Authorization: Bearer " + doors.token(),
                "Content-Type: " + contentType);

        assertThat(answer.status()).isEqualTo(415);
        assertThat(DoorsClient.code(answer)).isEqualTo("media_type_unsupported");
    }

    @ParameterizedTest
    @CsvSource({"utf-16, 400", "iso-8859-1, 400", "nonsense, 400", "utf8, 200", "UTF_8, 200"})
    void readsUtf8OnlyAndInEverySpelling(String charset, int status) {
        RawHttp.Answer answer = doors.send(
                "POST " + DoorsClient.LOOKUP,
                DoorsClient.QUESTION,
                "Authorization: Bearer " + doors.token(),
                "Content-Type: application/json;charset=" + charset);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(DoorsClient.code(answer)).isEqualTo(status == 200 ? "" : "message_encoding_unsupported");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/xml", "nonsense", "*/*;q=0"})
    void answersInJsonWhateverIsAccepted(String accept) {
        RawHttp.Answer answer = doors.send(
                "POST " + DoorsClient.LOOKUP,
                DoorsClient.QUESTION,
                "Authorization: Bearer " + doors.token(),
                "Content-Type: application/json; charset=UTF-8",
                "Accept: " + accept);

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void saysWhichPropertyIsWrongAndRecordsIt() {
        RawHttp.Answer answer =
                doors.ask(DoorsClient.LOOKUP, doors.token(), DoorsClient.QUESTION.replace("canbo01", "can bo <1>"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(DoorsClient.code(answer)).isEqualTo("field_invalid");
        assertThat(DoorsClient.json(answer).path("field").asText()).isEqualTo("maCanBo");
        assertThat(answer.body()).doesNotContain("can bo <1>");
        assertThat(inquiries.refusals())
                .singleElement()
                .satisfies(recorded -> assertThat(recorded.contact().partner()).isEqualTo(new PartnerId("h41-lgsp")));
    }

    @Test
    void recordsThatAnAnswerWasCutWhenItsAskerIsGone() throws IOException {
        String token = doors.token();
        byte[] question = DoorsClient.QUESTION.getBytes(StandardCharsets.UTF_8);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            inquiries.answer(query -> {
                reset(socket);
                return new Answer.OfCitizen(query.requestId(), ResultStatus.NOT_FOUND, Instant.EPOCH, null);
            });
            String head = "POST " + DoorsClient.LOOKUP + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                    + token + "\r\nContent-Type: application/json\r\nContent-Length: " + question.length + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(question);

            await().until(() -> !inquiries.refusals().isEmpty());
        }

        assertThat(inquiries.refusals()).singleElement().satisfies(recorded -> {
            assertThat(recorded.refusal().code()).isEqualTo(ErrorCode.ANSWER_CUT);
            assertThat(recorded.refusal().rule()).matches("the answer of event [0-9a-f-]{36} was cut");
            assertThat(recorded.contact().partner()).isEqualTo(new PartnerId("h41-lgsp"));
        });
    }

    /** Closes the connection so that the other side notices at its next byte. */
    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void hidesAFailureAndLogsItUnderItsOccurrence(CapturedOutput log) {
        inquiries.answer(query -> {
            throw new IllegalStateException("row of 999000000001 NGUYEN VAN MAU");
        });

        RawHttp.Answer answer = doors.ask(DoorsClient.LOOKUP, doors.token(), DoorsClient.QUESTION);

        assertThat(answer.status()).isEqualTo(500);
        assertThat(DoorsClient.code(answer)).isEqualTo("internal_error");
        String occurrence = DoorsClient.json(answer).path("occurrence").asText();
        assertThat(answer.body()).doesNotContain("999000000001", "IllegalState");
        assertThat(log.getAll())
                .contains(occurrence, "java.lang.IllegalStateException")
                .doesNotContain("999000000001", "NGUYEN VAN MAU");
    }
}
