package vn.dancu.bus.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.dancu.bus.fixtures.RawHttp;
import vn.dancu.bus.fixtures.ScriptedInquiries;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.message.population.Answer;
import vn.dancu.bus.message.population.ResultStatus;

/** What stands before every HTTP door, tried with requests that no decent client sends. */
@AtTheDoors
class WireGuardIT {

    private static final int MEGABYTE = 1 << 20;
    private static final byte[] BLANKS = " ".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);

    private final ScriptedInquiries inquiries;
    private final int port;
    private final DoorsClient doors;

    WireGuardIT(@Autowired ScriptedInquiries inquiries, @LocalServerPort int port) {
        this.inquiries = inquiries;
        this.port = port;
        this.doors = new DoorsClient(port);
    }

    @BeforeEach
    void answers() {
        inquiries.forget();
        inquiries.answer(query -> new Answer.OfCitizen(query.requestId(), ResultStatus.NOT_FOUND, Instant.EPOCH, null));
    }

    @ParameterizedTest
    @ValueSource(ints = {MEGABYTE + 1, 100 * MEGABYTE})
    void refusesABodyThatSaysItIsTooLargeWithoutATokenEven(int length) {
        RawHttp.Answer answer = RawHttp.send(
                port, "POST " + DoorsClient.LOOKUP, List.of("Content-Length: " + length), out -> blanks(out, length));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(DoorsClient.code(answer)).isEqualTo("message_too_large");
        assertThat(inquiries.refusals())
                .singleElement()
                .satisfies(recorded -> assertThat(recorded.contact().bytesIn()).isEqualTo(length));
    }

    @Test
    void refusesABodyThatGrowsTooLargeAsItComes() {
        RawHttp.Answer answer = chunked(DoorsClient.LOOKUP, 3 * MEGABYTE);

        assertThat(answer.status()).isEqualTo(413);
        assertThat(DoorsClient.code(answer)).isEqualTo("message_too_large");
        assertThat(inquiries.refusals()).singleElement().satisfies(recorded -> assertThat(
                        recorded.contact().bytesIn())
                .isBetween((long) MEGABYTE, 2L * MEGABYTE));
    }

    @Test
    void takesABodyOfJustTheLimit() {
        String body = DoorsClient.QUESTION + " ".repeat(MEGABYTE - DoorsClient.QUESTION.length());

        assertThat(doors.ask(DoorsClient.LOOKUP, doors.token(), body).status()).isEqualTo(200);
    }

    @Test
    void countsAChunkedBody() {
        RawHttp.Answer answer = RawHttp.send(
                port,
                "POST " + DoorsClient.LOOKUP,
                List.of(
                        "Authorization: Bearer " + doors.token(),
                        "Content-Type: application/json",
                        "Transfer-Encoding: chunked"),
                out -> {
                    chunk(out, DoorsClient.QUESTION.getBytes(StandardCharsets.US_ASCII));
                    chunk(out, new byte[0]);
                });

        assertThat(answer.status()).isEqualTo(200);
        assertThat(inquiries.contacts()).singleElement().satisfies(contact -> assertThat(contact.bytesIn())
                .isEqualTo(DoorsClient.QUESTION.length()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "br", "identity, gzip"})
    void refusesAPackedBody(String encoding) {
        RawHttp.Answer answer = doors.send(
                "POST " + DoorsClient.LOOKUP,
                DoorsClient.QUESTION,
                "Content-Type: application/json",
                "Content-Encoding: " + encoding);

        assertThat(answer.status()).isEqualTo(415);
        assertThat(DoorsClient.json(answer).path("field").asText()).isEqualTo("Content-Encoding");
    }

    @Test
    void answersASoapPathWithAFault() {
        RawHttp.Answer answer = doors.send("POST /soap/population/v1", "x", "Content-Encoding: gzip");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.headers().get("Content-Type")).startsWith("text/xml");
        assertThat(answer.body())
                .contains("http://schemas.xmlsoap.org/soap/envelope/", ":Client", "<faultstring>")
                .contains("media_type_unsupported");
        assertThat(inquiries.refusals())
                .singleElement()
                .satisfies(recorded -> assertThat(recorded.contact().door()).isEqualTo("soap"));
    }

    @ParameterizedTest
    @CsvSource({"X-Note, 1", "X-Note, 11", "Authorization, 127", "Timestamp, 133", "DanCu-Anything, 155"})
    void refusesControlCharactersInHeaders(String name, int character) {
        RawHttp.Answer answer =
                doors.send("POST " + DoorsClient.LOOKUP, DoorsClient.QUESTION, name + ": a" + (char) character + "b");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(DoorsClient.code(answer)).isEqualTo("header_invalid");
    }

    @Test
    void leavesAForeignHeaderInUtf8Alone() {
        RawHttp.Answer answer = doors.send(
                "POST " + DoorsClient.LOOKUP,
                DoorsClient.QUESTION,
                "Authorization: Bearer " + doors.token(),
                "Content-Type: application/json",
                "X-Officer: Nguy\u00e1\u00bb\u0085n");

        assertThat(answer.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /a{b}<c>",
                "G@T /api/v1/citizens/lookup",
                "GET /api/%00",
                "GET /\u0001",
                "no request line at all"
            })
    void tellsNothingOfTheServerWhenTheRequestLineIsBroken(String startLine) {
        RawHttp.Answer answer = RawHttp.send(port, startLine, List.of(), new byte[0]);

        assertThat(answer.status()).isEqualTo(400);
        assertProblem(answer, "header_invalid");
    }

    @ParameterizedTest
    @CsvSource({"h\u1ed3 s\u01a1 12, h\u1ed3 s\u01a1 12", "h%E1%BB%93%20s%C6%A1%2012, h\u1ed3 s\u01a1 12"})
    void takesAnIssueInVietnameseRawOrPercentEncoded(String sent, String recorded) {
        RawHttp.Answer answer = doors.send(
                "POST " + DoorsClient.LOOKUP,
                DoorsClient.QUESTION,
                "Authorization: Bearer " + doors.token(),
                "Content-Type: application/json",
                "X-Road-Issue: " + new String(sent.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(inquiries.contacts())
                .singleElement()
                .satisfies(contact -> assertThat(contact.traits().issue()).isEqualTo(recorded));
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Road-Issue: h\u00f4 s", "X-Road-Issue: 50%", "X-Road-Represented-Party: %ff"})
    void refusesOtherLettersByNameAndNamesTheWay(String header) {
        RawHttp.Answer answer = doors.send("POST " + DoorsClient.LOOKUP, DoorsClient.QUESTION, header);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(DoorsClient.code(answer)).isEqualTo("header_invalid");
        assertThat(DoorsClient.json(answer).path("field").asText()).isEqualTo(header.split(":")[0]);
        assertThat(DoorsClient.json(answer).path("rule").asText()).contains("percent-encoded");
    }

    @Test
    void cutsTheConnectionWhereAnAnswerBreaksOff() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write("GET /openapi/broken-off HTTP/1.1\r\nHost: localhost\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

            assertThat(all).startsWith("HTTP/1.1 200").contains("half a file").doesNotContain("internal_error");
            assertThat(all).doesNotEndWith("0\r\n\r\n");
        }
    }

    @Test
    void refusesHeadersThatAreTooLarge() {
        RawHttp.Answer answer =
                RawHttp.send(port, "GET /openapi/v1.yaml", List.of("X-Long: " + "a".repeat(20_000)), new byte[0]);

        assertThat(answer.status()).isEqualTo(400);
        assertProblem(answer, "header_invalid");
    }

    @ParameterizedTest
    @CsvSource({
        "GET /,                               404, resource_unknown",
        "GET /nothing,                        404, resource_unknown",
        "GET /error,                          404, resource_unknown",
        "GET /actuator,                       404, resource_unknown",
        "GET /actuator/env,                   404, resource_unknown",
        "GET /actuator/prometheus,            404, resource_unknown",
        "POST /actuator/shutdown,             404, resource_unknown",
        "GET //api/v1/citizens/lookup,        404, resource_unknown",
        "GET /openapi/../api/v1,              404, resource_unknown",
        "GET /openapi/%2e%2e/api/v1,          404, resource_unknown",
        "GET /openapi/v1.yaml;x=1,            404, resource_unknown",
        "GET /openapi/v2.yaml,                404, resource_unknown",
        "POST /openapi/v1.yaml,               405, method_not_allowed",
        "BREW /api/v1/citizens/lookup,        405, method_not_allowed",
        "TRACE /openapi/v1.yaml,              405, method_not_allowed"
    })
    void knowsNoOtherPathAndNoOtherMethod(String startLine, int status, String code) {
        RawHttp.Answer answer = RawHttp.send(port, startLine, List.of(), new byte[0]);

        assertThat(answer.status()).isEqualTo(status);
        assertProblem(answer, code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/openapi/v1.yaml", "/actuator/health"})
    void leavesOpenWhatSaysNothingAboutAnybody(String path) {
        RawHttp.Answer answer = RawHttp.send(port, "GET " + path, List.of(), new byte[0]);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isNotEmpty();
    }

    @Test
    void cutsTheLineOfAnAnswerThatFailsHalfWay() throws IOException {
        String answer = whole("POST /soap/half HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 200")
                .contains("Transfer-Encoding: chunked", HalfAnswer.PART)
                .doesNotContain("Fault", "internal_error")
                .doesNotEndWith("\r\n0\r\n\r\n");
        assertThat(inquiries.refusals())
                .singleElement()
                .satisfies(recorded -> assertThat(recorded.refusal().code()).isEqualTo(ErrorCode.INTERNAL_ERROR));
    }

    @Test
    void putsAFaultInThePlaceOfAnAnswerThatHasNotLeft() {
        RawHttp.Answer answer = RawHttp.send(port, "POST /soap/half?short", List.of("Content-Length: 0"), new byte[0]);

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body())
                .startsWith("<soap:Envelope")
                .contains("internal_error")
                .doesNotContain(HalfAnswer.PART);
    }

    private String whole(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private static void assertProblem(RawHttp.Answer answer, String code) {
        assertThat(answer.headers()).containsEntry("Content-Type", "application/problem+json;charset=UTF-8");
        assertThat(DoorsClient.code(answer)).isEqualTo(code);
        assertThat(answer.headers()).doesNotContainKey("Server");
        assertThat(answer.body()).doesNotContainIgnoringCase("tomcat").doesNotContain("Exception", "at org.");
    }

    private RawHttp.Answer chunked(String path, int length) {
        return RawHttp.send(
                port,
                "POST " + path,
                List.of(
                        "Authorization: Bearer " + doors.token(),
                        "Content-Type: application/json",
                        "Transfer-Encoding: chunked"),
                out -> {
                    for (int sent = 0; sent < length; sent += BLANKS.length) {
                        chunk(out, BLANKS);
                    }
                    chunk(out, new byte[0]);
                });
    }

    private static void chunk(OutputStream out, byte[] content) throws IOException {
        out.write((Integer.toHexString(content.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(content);
        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    private static void blanks(OutputStream out, int length) throws IOException {
        for (int left = length; left > 0; left -= BLANKS.length) {
            out.write(BLANKS, 0, Math.min(left, BLANKS.length));
        }
    }
}
