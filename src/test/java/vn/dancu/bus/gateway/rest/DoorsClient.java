package vn.dancu.bus.gateway.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.dancu.bus.fixtures.RawHttp;
import vn.dancu.bus.fixtures.Tokens;

/** Knocks at the doors of one server. */
final class DoorsClient {

    static final String LOOKUP = "/api/v1/citizens/lookup";

    /** A question about somebody who does not exist. */
    static final String QUESTION =
            """
            {"maYeuCau":"r-1","maDVC":"1.001193","maCanBo":"canbo01","soDinhDanh":"999000000001",
             "hoVaTen":"NGUYENVANMAU","ngaySinh":"1990-05-17"}""";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final int port;

    DoorsClient(int port) {
        this.port = port;
    }

    String token() {
        return Tokens.fetch(port, "h41-lgsp", "sandbox-h41");
    }

    /** Sends with any header lines, {@code Content-Length} added. */
    RawHttp.Answer send(String startLine, String body, String... headerLines) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        List<String> lines = new ArrayList<>(List.of(headerLines));
        lines.add("Content-Length: " + bytes.length);
        return RawHttp.send(port, startLine, lines, bytes);
    }

    RawHttp.Answer ask(String path, String token, String body) {
        return send("POST " + path, body, "Authorization: Bearer " + token, "Content-Type: application/json");
    }

    RawHttp.Answer get(String path, String token) {
        return send("GET " + path, "", "Authorization: Bearer " + token);
    }

    RawHttp.Answer form(String path, Map<String, String> fields, String... headerLines) {
        List<String> lines = new ArrayList<>(List.of(headerLines));
        lines.add("Content-Type: application/x-www-form-urlencoded");
        String body = new TreeMap<>(fields)
                .entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .reduce((a, b) -> a + "&" + b)
                        .orElse("");
        return send("POST " + path, body, lines.toArray(String[]::new));
    }

    static JsonNode json(RawHttp.Answer answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON: " + answer, e);
        }
    }

    static String code(RawHttp.Answer answer) {
        return json(answer).path("code").asText();
    }
}
