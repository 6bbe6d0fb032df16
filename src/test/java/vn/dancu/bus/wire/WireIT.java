package vn.dancu.bus.wire;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.dancu.bus.fixtures.CallSessions;
import vn.dancu.bus.fixtures.HubClient;
import vn.dancu.bus.fixtures.Person;
import vn.dancu.bus.fixtures.RawHttp;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.fixtures.Signature;
import vn.dancu.bus.fixtures.Tokens;

/** Sends every wire case to the running bus and holds what comes back against what the case expects. */
@Execution(ExecutionMode.SAME_THREAD)
class WireIT {

    private static final Pattern XML_CODE = Pattern.compile("<(?:\\w+:)?Ma>([a-z_]+)<");
    private static final Pattern XML_FIELD = Pattern.compile("<(?:\\w+:)?Truong>([^<]+)<");
    private static final Pattern JSON_CODE = Pattern.compile("\"code\"\\s*:\\s*\"([a-z_]+)\"");
    private static final Pattern JSON_FIELD = Pattern.compile("\"field\"\\s*:\\s*\"([^\"]+)\"");

    private static final Pattern XROAD_FAULT = Pattern.compile("<faultcode>(?:Client|Server)[.](\\w+)<");

    private static final Pattern FAULT = Pattern.compile("<faultcode>soap:(\\w+)<");

    private static final RunningBus BUS = RunningBus.shared();
    private static final List<String> TABLE = new ArrayList<>();

    static Stream<WireCase> soap() {
        return WireCase.ofDoor("soap");
    }

    static Stream<WireCase> rest() {
        return WireCase.ofDoor("rest");
    }

    static Stream<WireCase> adapter() {
        return WireCase.ofDoor("adapter");
    }

    static Stream<WireCase> xroad() {
        return WireCase.ofDoor("xroad");
    }

    static Stream<WireCase> xroadRest() {
        return WireCase.ofDoor("xroad-rest");
    }

    static Stream<WireCase> jms() {
        return WireCase.ofDoor("jms");
    }

    @AfterAll
    static void writesTheTable() throws java.io.IOException {
        java.nio.file.Files.write(java.nio.file.Path.of("target/wire-cases.txt"), TABLE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void soap(WireCase wire) {
        String contentType = wire.setting("contentType", "text/xml; charset=utf-8");
        List<String> signature = signed(wire);
        String message = filled(wire);
        RawHttp.Answer answer = http(wire, wire.setting("path", Signature.PATH), contentType, signature, message);
        if (wire.setting("sign", "ok").equals("replay")) {
            assertThat(answer.status()).as("the first of the two").isEqualTo(200);
            answer = http(wire, wire.setting("path", Signature.PATH), contentType, signature, message);
        }
        boolean problem = answer.body().startsWith("{");
        check(wire, answer, problem ? JSON_CODE : XML_CODE, problem ? JSON_FIELD : XML_FIELD);
        assertOneOf(wire, "fault", first(FAULT, answer.body()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void rest(WireCase wire) {
        RawHttp.Answer answer = http(
                wire,
                wire.setting("path", "/api/v1/citizens/lookup"),
                wire.setting("contentType", "application/json"),
                bearer(wire),
                filled(wire));
        check(wire, answer, JSON_CODE, JSON_FIELD);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void adapter(WireCase wire) {
        RawHttp.Answer answer = http(
                wire,
                wire.setting("path", CallSessions.CALLS),
                wire.setting("contentType", "application/json"),
                List.of(),
                inSession(wire, filled(wire)));
        check(wire, answer, JSON_CODE, JSON_FIELD);
    }

    /** The sandbox takes a caller on this machine for a security server. */
    @ParameterizedTest(name = "{0}")
    @MethodSource
    void xroad(WireCase wire) {
        RawHttp.Answer answer = http(
                wire,
                wire.setting("path", "/xroad/population/v1"),
                wire.setting("contentType", "text/xml; charset=utf-8"),
                List.of(),
                filled(wire));
        boolean isXml = !answer.body().startsWith("{");
        check(wire, answer, isXml ? XML_CODE : JSON_CODE, isXml ? XML_FIELD : JSON_FIELD);
        assertOneOf(wire, "xroad", first(XROAD_FAULT, answer.body()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void xroadRest(WireCase wire) {
        RawHttp.Answer answer = http(
                wire,
                wire.setting("path", ""),
                wire.setting("contentType", "application/json"),
                List.of(),
                filled(wire));
        check(wire, answer, JSON_CODE, JSON_FIELD);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void jms(WireCase wire) throws JMSException {
        String id = UUID.randomUUID().toString();
        try (HubClient hub = new HubClient(BUS.ports().artemis(), partner(wire), secret(wire))) {
            String transform = wire.setting("transform", "none");
            boolean text = !transform.startsWith("utf-16") && !transform.startsWith("invalid");
            hub.send(
                    Transforms.bytes(transform, filled(wire)),
                    wire.setting("kind", text ? "text" : "bytes").equals("text"),
                    id,
                    wire.properties());
            Message answer = hub.answer(id);
            assertThat(answer).as(wire.proves()).isNotNull();
            String code = answer.getStringProperty("DanCuErrorCode");
            record(wire, "-", code, answer.getStringProperty("DanCuResultStatus"));
            assertOneOf(wire, "code", code);
            assertOneOf(wire, "result", answer.getStringProperty("DanCuResultStatus"));
            String content = HubClient.content(answer);
            assertContains(wire, content);
            assertThat(content).startsWith(wire.setting("answer", "xml").equals("json") ? "{" : "<");
            assertDeadLetter(wire, hub, id);
        }
    }

    private static void assertDeadLetter(WireCase wire, HubClient hub, String id) throws JMSException {
        String expected = wire.expected("deadLetter");
        if ("true".equals(expected)) {
            Message dead = hub.take("dancu.hub." + partner(wire) + ".dlq", id, 10_000);
            assertThat(dead).as("dead letter").isNotNull();
            assertOneOf(wire, "code", dead.getStringProperty("DanCuErrorCode"));
        } else if ("false".equals(expected)) {
            assertThat(hub.take("dancu.hub." + partner(wire) + ".dlq", id, 300)).isNull();
        }
    }

    private static String partner(WireCase wire) {
        return wire.setting("partner", "h41-lgsp");
    }

    private static String secret(WireCase wire) {
        return wire.setting("secret", "sandbox-h41");
    }

    private static List<String> signed(WireCase wire) {
        String partner = partner(wire);
        String secret = secret(wire);
        long now = Instant.now(java.time.Clock.systemUTC()).toEpochMilli();
        return switch (wire.setting("sign", "ok")) {
            case "none" -> List.of();
            case "wrong-secret" -> Signature.headers(partner, "not-" + secret, String.valueOf(now));
            case "no-timestamp" ->
                Signature.headers(partner, secret, String.valueOf(now)).subList(0, 1);
            case "bad-timestamp" -> Signature.headers(partner, secret, "yesterday");
            case "long-timestamp" -> Signature.headers(partner, secret, "9".repeat(40));
            case "stale" -> Signature.headers(partner, secret, String.valueOf(now - 3_600_000));
            case "future" -> Signature.headers(partner, secret, String.valueOf(now + 3_600_000));
            case "seconds" -> Signature.headers(partner, secret, String.valueOf(now / 1000));
            default -> Signature.headers(partner, secret, String.valueOf(now));
        };
    }

    private static String inSession(WireCase wire, String call) {
        return call.contains("${session}")
                ? call.replace("${session}", CallSessions.open(BUS.ports().http(), partner(wire), secret(wire)))
                : call;
    }

    private static List<String> bearer(WireCase wire) {
        String unsigned = Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8))
                + "."
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString("{\"sub\":\"h41-lgsp\"}".getBytes(StandardCharsets.UTF_8))
                + ".";
        return switch (wire.setting("token", "ok")) {
            case "none" -> List.of();
            case "garbage" -> List.of("Authorization: Bearer not.a.token");
            case "unsigned" -> List.of("Authorization: Bearer " + unsigned);
            default ->
                List.of("Authorization: Bearer " + Tokens.fetch(BUS.ports().http(), partner(wire), secret(wire)));
        };
    }

    private static RawHttp.Answer http(
            WireCase wire, String path, String contentType, List<String> credentials, String message) {
        List<String> headers = new ArrayList<>(credentials);
        headers.addAll(wire.headers());
        if (!contentType.isEmpty()) {
            headers.add("Content-Type: " + contentType);
        }
        String start = wire.setting("method", "POST") + " " + path;
        String transform = wire.setting("transform", "none");
        int port = BUS.ports().http();
        if (transform.startsWith("huge-chunked") || transform.equals("huge")) {
            boolean chunked = transform.equals("huge-chunked");
            headers.add(chunked ? "Transfer-Encoding: chunked" : "Content-Length: " + Transforms.HUGE);
            return RawHttp.send(port, start, headers, Transforms.huge(chunked));
        }
        byte[] body = Transforms.bytes(transform, message);
        headers.add("Content-Length: " + body.length);
        return RawHttp.send(port, start, headers, body);
    }

    private static String filled(WireCase wire) {
        Person person = BUS.enriched(wire.enriched());
        return wire.message()
                .replace("${id}", UUID.randomUUID().toString())
                .replace("${number}", person.soDinhDanh())
                .replace("${name}", person.folded())
                .replace("${pastedName}", pasted(person.hoVaTen()))
                .replace("${fullName}", person.hoVaTen())
                .replace("${birth}", person.compactBirthDate())
                .replace("${birthYear}", person.ngaySinh().substring(0, 4))
                .replace("${birthIso}", person.ngaySinh());
    }

    /** As it comes out of a document or a web page: odd spaces, and characters that nobody sees. */
    private static String pasted(String name) {
        return "\uFEFF\u200E" + name.charAt(0) + "\u00AD" + name.substring(1).replace(" ", "\u00A0") + "\u200B\u202C";
    }

    private static void check(WireCase wire, RawHttp.Answer answer, Pattern code, Pattern field) {
        String found = first(code, answer.body());
        record(wire, String.valueOf(answer.status()), found, answer.headers().get("DanCu-Result-Status"));
        assertOneOf(wire, "code", found);
        assertOneOf(wire, "status", String.valueOf(answer.status()));
        assertOneOf(wire, "field", first(field, answer.body()));
        assertOneOf(wire, "result", answer.headers().get("DanCu-Result-Status"));
        assertContains(wire, answer.body());
        String lacks = wire.expected("lacks");
        if (lacks != null) {
            assertThat(answer.body()).as(wire.proves()).doesNotContain(lacks);
        }
        String expected = wire.expected("header");
        if (expected != null) {
            String[] header = expected.split("=", 2);
            assertThat(answer.headers()).as(wire.proves()).containsEntry(header[0], header[1]);
        }
        if (wire.expected("absent") != null) {
            assertThat(answer.headers()).doesNotContainKey(wire.expected("absent"));
        }
    }

    private static void assertOneOf(WireCase wire, String key, @Nullable String found) {
        String expected = wire.expected(key);
        if (expected != null) {
            assertThat(expected.split("\\|")).as("%s: %s", wire.proves(), key).contains(found);
        }
    }

    private static void assertContains(WireCase wire, String body) {
        if (wire.expected("contains") != null) {
            assertThat(body.replace(" ", "")).as(wire.proves()).contains(wire.expected("contains"));
        }
    }

    private static void record(WireCase wire, String status, @Nullable String code, @Nullable String result) {
        TABLE.add(String.format("%-40s %-6s %-28s %s", wire.name(), status, code, result));
    }

    private static @Nullable String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : null;
    }
}
