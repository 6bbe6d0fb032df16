package vn.dancu.bus.enrichment.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import vn.dancu.bus.fixtures.RawHttp;
import vn.dancu.bus.fixtures.Tokens;

/** The door of sources, as a source calls it. */
final class HttpWays {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String DELIVERIES = "/api/v1/enrichment/deliveries";

    private final int port;

    HttpWays(int port) {
        this.port = port;
    }

    /** In one call. */
    WayIn.Answer batch(DeliveryCase delivery, byte[] manifest) {
        boolean isSigned = manifest.length > 0 && manifest[0] != '{';
        String header = isSigned
                ? new String(manifest, java.nio.charset.StandardCharsets.US_ASCII)
                : Base64.getUrlEncoder().withoutPadding().encodeToString(manifest);
        List<String> headers = manifest.length == 0 ? List.of() : List.of("DanCu-Manifest: " + header);
        return signedIn(delivery, token -> {
            RawHttp.Answer answer = call(
                    token, "POST /api/v1/enrichment/batches", "application/octet-stream", headers, delivery.file());
            return answer.status() == 202 ? taken(json(answer)) : refused(answer);
        });
    }

    /** In three parts. */
    WayIn.Answer upload(DeliveryCase delivery, byte[] manifest) {
        String type = manifest.length > 0 && manifest[0] != '{' ? "application/jose" : "application/json";
        return signedIn(delivery, token -> {
            RawHttp.Answer opened = call(token, "POST " + DELIVERIES, type, List.of(), manifest);
            if (opened.status() != 201) {
                return refused(opened);
            }
            String path = DELIVERIES + "/" + json(opened).path("id").asText();
            byte[] file = delivery.file();
            for (int part = 0; part < 3; part++) {
                int from = file.length * part / 3;
                byte[] bytes = Arrays.copyOfRange(file, from, file.length * (part + 1) / 3);
                RawHttp.Answer sent = bytes.length == 0 ? null : part(token, path, from, bytes);
                if (sent != null && sent.status() != 204) {
                    return refused(sent);
                }
            }
            RawHttp.Answer whole = call(token, "POST " + path + "/complete", null, List.of(), new byte[0]);
            return whole.status() == 202 ? taken(json(whole)) : refused(whole);
        });
    }

    RawHttp.Answer part(String token, String path, long offset, byte[] bytes) {
        return call(token, "PATCH " + path, "application/octet-stream", List.of("Upload-Offset: " + offset), bytes);
    }

    RawHttp.Answer call(
            String token,
            String startLine,
            @org.jspecify.annotations.Nullable String type,
            List<String> more,
            byte[] body) {
        List<String> headers = new ArrayList<>(more);
        headers.add("Authorization: Bearer " + token);
        headers.add("Content-Length: " + body.length);
        if (type != null) {
            headers.add("Content-Type: " + type);
        }
        return RawHttp.send(port, startLine, headers, body);
    }

    /** What a partner does with its token; a suspended one gets none. */
    private WayIn.Answer signedIn(DeliveryCase delivery, java.util.function.Function<String, WayIn.Answer> work) {
        RawHttp.Answer token = Tokens.ask(port, delivery.partner(), delivery.secret());
        return token.status() == 200
                ? work.apply(json(token).path("access_token").asText())
                : refused(token);
    }

    private static WayIn.Answer taken(JsonNode answer) {
        return WayIn.Answer.taken(
                answer.path("congViec").asText(), answer.path("daCo").asBoolean());
    }

    static WayIn.Answer refused(RawHttp.Answer answer) {
        JsonNode problem = json(answer);
        String field = problem.path("field").asText(null);
        return WayIn.Answer.refused(problem.path("code").asText(), field);
    }

    static JsonNode json(RawHttp.Answer answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("No JSON, status " + answer.status(), e);
        }
    }
}
