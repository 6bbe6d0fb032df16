package vn.dancu.bus.sandbox.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import vn.dancu.bus.sandbox.axis.MockAxis;

/** The portal's calls to the axis. An answer other than a good one is a failure; the portal tries again in its next round. */
final class PortalAxis {

    /** The agency of the portal. */
    static final String PORTAL = "000.00.00.G22";

    /** The agency of the bus. */
    static final String REGISTER = "000.00.00.G01";

    private static final String PREFIX = "XroadVnpt-";
    private static final String HMAC = "HmacSHA256";
    private static final byte[] LINE_END = {'\r', '\n'};
    private static final byte[] NOTHING = {};
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern(
                    "ddMMuuuu'T'HHmmss'+0'SSS", Locale.ROOT)
            .withZone(ZoneId.of("Asia/Ho_Chi_Minh"));
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final MockAxis axis;
    private final String secret;
    private final Clock clock;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    PortalAxis(MockAxis axis, String secret, Clock clock) {
        this.axis = axis;
        this.secret = secret;
        this.clock = clock;
    }

    /** The axis' numbers of the messages that wait. */
    Set<String> received(String messageType) throws IOException {
        JsonNode list = call(
                "getReceivedEdocList",
                "application/x-www-form-urlencoded",
                Map.of("servicetype", "eDoc", "messagetype", messageType),
                NOTHING);
        if (!list.path("data").isArray()) {
            throw new IOException("getReceivedEdocList: no list");
        }
        Set<String> numbers = new LinkedHashSet<>();
        list.path("data").forEach(item -> numbers.add(item.path("docId").asText()));
        return numbers;
    }

    /** The edXML of a message that waits. */
    byte[] get(String number) throws IOException {
        String data = call("getEdoc", "application/json", Map.of("docId", number), emptyObject())
                .path("data")
                .asText();
        if (data.isEmpty()) {
            throw new IOException("getEdoc: no data");
        }
        try {
            return Base64.getDecoder().decode(data);
        } catch (IllegalArgumentException e) {
            throw new IOException("getEdoc: no base64", e);
        }
    }

    /** Says that a message is dealt with. */
    void done(String number) throws IOException {
        call("updateStatus", "application/json", Map.of("docId", number, "status", "done"), emptyObject());
    }

    /** Sends a document to the agency of the bus; the axis' number of it. */
    String send(byte[] edxml) throws IOException {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("servicetype", "eDoc");
        parameters.put("messagetype", "edoc");
        parameters.put("from", PORTAL);
        parameters.put("to", JSON.writeValueAsString(new String[] {REGISTER}));
        parameters.put("hash-file", HexFormat.of().formatHex(sha256(edxml)));
        ByteArrayOutputStream body = new ByteArrayOutputStream(edxml.length + LINE_END.length);
        body.write(edxml);
        body.write(LINE_END);
        String number = call("sendEdoc", "application/octet-stream", parameters, body.toByteArray())
                .path("DocId")
                .asText();
        if (number.isEmpty()) {
            throw new IOException("sendEdoc: no DocId");
        }
        return number;
    }

    private JsonNode call(String verb, String type, Map<String, String> parameters, byte[] body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + axis.port() + "/" + verb))
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        signed(type, parameters).forEach(request::header);
        try {
            HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            JsonNode answer = response.statusCode() == 200 ? JSON.readTree(response.body()) : JSON.missingNode();
            if (!answer.path("ErrorCode").asText().equals("0")) {
                throw new IOException(verb + ": status " + response.statusCode() + ", ErrorCode "
                        + answer.path("ErrorCode").asText());
            }
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(verb);
        }
    }

    private Map<String, String> signed(String type, Map<String, String> parameters) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("systemid", PORTAL);
        values.put("timestamp", TIMESTAMP.format(clock.instant()));
        values.put("Content-Type", type);
        values.putAll(parameters);
        Map<String, String> headers = new LinkedHashMap<>();
        values.forEach((name, value) -> headers.put(PREFIX + name, value));
        String text = JSON.writeValueAsString(headers);
        headers.put(PREFIX + "sign-header-key", String.join(";", values.keySet()));
        headers.put(PREFIX + "sign-header", text);
        headers.put(PREFIX + "hash-header", HexFormat.of().formatHex(hmac(text)));
        headers.put("Content-Type", type);
        return headers;
    }

    private byte[] hmac(String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256", e);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static byte[] emptyObject() {
        return "{}".getBytes(StandardCharsets.US_ASCII);
    }
}
