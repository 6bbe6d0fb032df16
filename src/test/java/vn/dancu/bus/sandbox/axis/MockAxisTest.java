package vn.dancu.bus.sandbox.axis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.bus.fixtures.RunningAxis;
import vn.dancu.bus.kernel.Sha256;

/** What the mock believes, by calls that are written out here and not made by the bus's client. */
class MockAxisTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final byte[] NOTHING = {};

    @TempDir
    private Path folder;

    private RunningAxis axis;
    private final Map<String, String> signed = new LinkedHashMap<>();

    @BeforeEach
    void start() {
        axis = RunningAxis.start(folder, 0);
        signed.put("timestamp", "01012020T080000+0123");
        signed.put("messagetype", "edoc");
        signed.put("systemid", RunningAxis.PORTAL);
        signed.put("servicetype", "eDoc");
    }

    @AfterEach
    void stop() {
        axis.close();
    }

    /** A call as the kit makes it; the changes are made after the signature. */
    private JsonNode call(String verb, String type, byte[] body, Map<String, String> changes) throws IOException {
        signed.put("Content-Type", type);
        Map<String, String> headers = new LinkedHashMap<>();
        signed.forEach((name, value) -> headers.put("XroadVnpt-" + name, value));
        String text = JSON.writeValueAsString(headers);
        headers.put("XroadVnpt-sign-header", text);
        headers.put("XroadVnpt-sign-header-key", String.join(";", signed.keySet()));
        headers.put(
                "XroadVnpt-hash-header",
                HexFormat.of()
                        .formatHex(SignedParameters.hmac(
                                RunningAxis.secret(RunningAxis.PORTAL), text.getBytes(StandardCharsets.UTF_8))));
        headers.put("Content-Type", type);
        headers.putAll(changes);
        HttpRequest.Builder request = HttpRequest.newBuilder(axis.address("/XrdAdapter/" + verb));
        headers.forEach((name, value) -> {
            if (!value.isEmpty()) {
                request.header(name, value);
            }
        });
        return JSON.readTree(axis.send(request.POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build())
                .body());
    }

    private String code(Map<String, String> changes) throws IOException {
        return call("getReceivedEdocList", FORM, NOTHING, changes)
                .path("ErrorCode")
                .asText();
    }

    @Test
    void takesACallThatIsSignedInAnyOrderWithATimestampOfLongAgo() throws IOException {
        JsonNode answer = call("getReceivedEdocList", FORM, NOTHING, Map.of());

        assertThat(answer.path("status").asText()).isEqualTo("OK");
        assertThat(answer.path("ErrorCode").asText()).isEqualTo("0");
        assertThat(answer.path("data").isArray()).isTrue();
    }

    @Test
    void refusesEveryCallWhoseHeadersAreNotThoseThatWereSigned() throws IOException {
        assertThat(code(Map.of("XroadVnpt-messagetype", "status"))).isEqualTo("15");
        assertThat(code(Map.of("XroadVnpt-systemid", RunningAxis.REGISTER))).isEqualTo("15");
        assertThat(code(Map.of("XroadVnpt-hash-header", ""))).isEqualTo("15");
        assertThat(code(Map.of("XroadVnpt-hash-header", "00".repeat(32)))).isEqualTo("15");
        assertThat(code(Map.of("XroadVnpt-sign-header-key", "systemid;timestamp;Content-Type")))
                .isEqualTo("15");
        assertThat(code(Map.of("XroadVnpt-sign-header", "{}"))).isEqualTo("15");
        assertThat(code(Map.of("Content-Type", "text/plain"))).isEqualTo("15");
        signed.put("timestamp", "2026-01-01");
        assertThat(code(Map.of())).isEqualTo("15");
        signed.remove("timestamp");
        assertThat(code(Map.of())).isEqualTo("15");
    }

    @Test
    void answersFourTextsAlsoWhenItRefuses() throws IOException {
        JsonNode answer = call("updateStatus", "application/json", "{}".getBytes(StandardCharsets.UTF_8), Map.of());

        assertThat(answer.path("status").asText()).isEqualTo("FAIL");
        assertThat(answer.path("ErrorCode").isTextual()).isTrue();
        assertThat(answer.path("ErrorDesc").asText()).matches("[\\x20-\\x7e]+");
        assertThat(answer.path("DocId").isTextual()).isTrue();
    }

    @Test
    void seesNoHeaderThatWasNotSigned() throws IOException {
        byte[] document = RunningAxis.document(RunningAxis.PORTAL, RunningAxis.PORTAL, "d-1", 1);
        call("sendEdoc", "application/octet-stream", document, Map.of());
        String docId = call("getReceivedEdocList", FORM, NOTHING, Map.of())
                .path("data")
                .path(0)
                .path("docId")
                .asText();

        JsonNode unsigned = call(
                "getEdoc", "application/json", "{}".getBytes(StandardCharsets.UTF_8), Map.of("XroadVnpt-docId", docId));
        signed.put("docid", docId);
        JsonNode small = call("getEdoc", "application/json", "{}".getBytes(StandardCharsets.UTF_8), Map.of());

        assertThat(unsigned.path("status").asText()).isEqualTo("FAIL");
        assertThat(unsigned.has("data")).isFalse();
        assertThat(Base64.getDecoder().decode(small.path("data").asText())).isEqualTo(document);
    }

    @Test
    void takesAFileAsBytesOrInBase64WithEitherFormOfItsHash() throws IOException {
        byte[] document = RunningAxis.document(RunningAxis.PORTAL, RunningAxis.REGISTER, "d-1", 1);
        byte[] lineEnd = (new String(document, StandardCharsets.UTF_8) + "\r\n").getBytes(StandardCharsets.UTF_8);
        String padded = Sha256.hex(document);

        signed.put("hash-file", padded);
        assertThat(sent(document)).isEqualTo("OK");
        assertThat(sent(lineEnd)).isEqualTo("OK");
        assertThat(sent(Base64.getEncoder().encode(document))).isEqualTo("OK");
        signed.put("hash-file", padded.replaceAll("0(.)(?=(..)*$)", "$1"));
        assertThat(sent(document)).isEqualTo("OK");
        signed.put("hash-file", Sha256.hex("another"));
        assertThat(sent(document)).isEqualTo("FAIL");
        signed.remove("hash-file");
        assertThat(sent("no edXML".getBytes(StandardCharsets.UTF_8))).isEqualTo("FAIL");
    }

    private String sent(byte[] body) throws IOException {
        return call("sendEdoc", "application/octet-stream", body, Map.of())
                .path("status")
                .asText();
    }

    @Test
    void takesReceiversInEveryFormThatTheKitSendsThem() throws IOException {
        byte[] document = RunningAxis.document(RunningAxis.PORTAL, "H41", "d-1", 1);

        for (String to : new String[] {"[\"G01\"]", "[{\"code\":\"000.00.00.G01\"}]", "{\"code\":\"G01\"}", "G01"}) {
            signed.put("to", to);
            assertThat(sent(document)).as(to).isEqualTo("OK");
        }
        signed.put("to", "[\"G01\",\"X\"]");
        assertThat(sent(document)).isEqualTo("FAIL");
        assertThat(axis.transport(RunningAxis.REGISTER).received(vn.dancu.bus.document.axis.AxisMessageType.EDOC))
                .hasSize(4);
    }

    @Test
    void deliversTwiceAndListsTwiceWhereItIsAskedTo() throws IOException {
        axis.faults("[{\"fault\":\"duplicate\"}]");

        sent(RunningAxis.document(RunningAxis.PORTAL, RunningAxis.PORTAL, "d-1", 1));

        assertThat(call("getReceivedEdocList", FORM, NOTHING, Map.of()).path("data"))
                .hasSize(4);
        axis.faults("[]");
        assertThat(call("getReceivedEdocList", FORM, NOTHING, Map.of()).path("data"))
                .hasSize(2);
    }
}
