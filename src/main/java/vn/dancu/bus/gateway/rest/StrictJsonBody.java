package vn.dancu.bus.gateway.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Iterator;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;

/** The small bodies by which a partner manages what is its own, read strictly: known properties, each once. */
final class StrictJsonBody {

    private static final int DEEPEST = 5;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonNode node;
    private final String path;

    private StrictJsonBody(JsonNode node, String path) {
        this.node = node;
        this.path = path;
    }

    /** The object that the request carries, with no property but these. */
    static StrictJsonBody of(HttpServletRequest request, Set<String> properties) {
        JsonBody.requireJson(request);
        return of(parsed(request), "", properties);
    }

    /** Another object within, under the same rules. */
    StrictJsonBody item(JsonNode item, String where, Set<String> properties) {
        return of(item, where + ".", properties);
    }

    private static StrictJsonBody of(@Nullable JsonNode node, String path, Set<String> properties) {
        if (node == null || !node.isObject()) {
            throw BusException.of(ErrorCode.MESSAGE_INVALID, path.isEmpty() ? "body" : path, "a JSON object");
        }
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            if (!properties.contains(names.next())) {
                throw BusException.of(
                        ErrorCode.FIELD_UNKNOWN, path + "*", "no property but " + String.join(", ", properties));
            }
        }
        return new StrictJsonBody(node, path);
    }

    /** The list; it must be there. */
    JsonNode list(String name) {
        JsonNode list = node.get(name);
        if (list == null || list.isNull()) {
            throw BusException.of(ErrorCode.FIELD_MISSING, path + name, name + " is required");
        }
        if (!list.isArray()) {
            throw BusException.of(ErrorCode.FIELD_INVALID, path + name, "a list");
        }
        return list;
    }

    boolean flag(String name) {
        JsonNode flag = node.get(name);
        if (flag == null || flag.isNull()) {
            throw BusException.of(ErrorCode.FIELD_MISSING, path + name, name + " is required");
        }
        if (!flag.isBoolean()) {
            throw BusException.of(ErrorCode.FIELD_INVALID, path + name, "true or false");
        }
        return flag.booleanValue();
    }

    @Nullable
    String text(String name) {
        JsonNode text = node.get(name);
        if (text == null || text.isNull()) {
            return null;
        }
        if (!text.isTextual()) {
            throw BusException.of(ErrorCode.FIELD_INVALID, path + name, "a text");
        }
        return text.textValue();
    }

    /** With its offset, since a time without one means another moment elsewhere. */
    @Nullable
    Instant time(String name) {
        String text = text(name);
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw BusException.of(ErrorCode.FIELD_INVALID, path + name, "a time such as 2027-01-01T00:00:00Z");
        }
    }

    BusException invalid(String name, String rule) {
        return BusException.of(ErrorCode.FIELD_INVALID, path + name, rule);
    }

    BusException missing(String name, String rule) {
        return BusException.of(ErrorCode.FIELD_MISSING, path + name, rule);
    }

    private static @Nullable JsonNode parsed(HttpServletRequest request) {
        try {
            byte[] bytes = request.getInputStream().readAllBytes();
            return MAPPER.readTree(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            throw BusException.of(ErrorCode.MESSAGE_ENCODING_UNSUPPORTED, "body", "UTF-8");
        } catch (JsonProcessingException e) {
            boolean twice = String.valueOf(e.getOriginalMessage()).startsWith("Duplicate field");
            throw twice
                    ? BusException.of(ErrorCode.FIELD_DUPLICATED, "body", "each property once")
                    : BusException.of(ErrorCode.MESSAGE_MALFORMED, "body", "one JSON object (RFC 8259)");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
