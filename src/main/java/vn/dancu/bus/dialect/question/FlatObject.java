package vn.dancu.bus.dialect.question;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.message.MessageLimits;

/** A JSON object whose properties are texts, or lists of texts. */
final class FlatObject {

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MessageLimits.DEFAULT.depth())
                            .maxStringLength(Math.toIntExact(MessageLimits.DEFAULT.documentBytes()))
                            .maxNumberLength(MessageLimits.DEFAULT.numberLength())
                            .maxNameLength(MessageLimits.DEFAULT.nameLength())
                            .maxTokenCount(4L * MessageLimits.DEFAULT.elements())
                            .build())
                    .build())
            .build();

    // A name that the sender made up may itself hold an id or worse; only a short plain word is repeated.
    private static final Pattern PLAIN_WORD = Pattern.compile("[A-Za-z]{1,40}");
    private static final String ONE_OBJECT = "well-formed JSON, one object";

    private final ObjectNode object = JSON.createObjectNode();

    void put(String name, String text) {
        object.put(name, text);
    }

    void set(String name, JsonNode value) {
        object.set(name, value);
    }

    byte[] bytes() {
        try {
            return JSON.writeValueAsBytes(object);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An object of texts cannot be written", e);
        }
    }

    /** The object that we wrote ourselves. */
    static JsonNode parsed(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException("A document in memory cannot be read", e);
        }
    }

    /**
     * The properties of one object; null counts as absent.
     *
     * @param known what may be there
     * @param lists what of that is a list of texts
     */
    static Map<String, JsonNode> read(String text, Set<String> known, Set<String> lists) {
        Map<String, JsonNode> properties = new LinkedHashMap<>();
        try (JsonParser json = JSON.createParser(text)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw BodyText.refusal(ErrorCode.MESSAGE_MALFORMED, "/", ONE_OBJECT);
            }
            for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                if (!known.contains(name)) {
                    String field = PLAIN_WORD.matcher(name).matches() ? name : "/";
                    throw BodyText.refusal(ErrorCode.FIELD_UNKNOWN, field, "a property of this dialect");
                }
                if (properties.containsKey(name)) {
                    throw BodyText.refusal(ErrorCode.FIELD_DUPLICATED, name, "given once");
                }
                json.nextToken();
                properties.put(name, lists.contains(name) ? list(json, name) : text(json, name));
            }
            if (json.nextToken() != null) {
                throw BodyText.refusal(ErrorCode.MESSAGE_MALFORMED, "/", ONE_OBJECT);
            }
        } catch (StreamConstraintsException e) {
            boolean name = String.valueOf(e.getMessage()).contains("Name");
            throw BodyText.refusal(
                    name ? ErrorCode.NAME_LIMIT_EXCEEDED : ErrorCode.ELEMENT_LIMIT_EXCEEDED,
                    "/",
                    "within the limits of number and length");
        } catch (IOException e) {
            // The parser's message repeats content; it is not kept.
            throw BodyText.refusal(ErrorCode.MESSAGE_MALFORMED, "/", ONE_OBJECT);
        }
        properties.values().removeIf(JsonNode::isNull);
        return properties;
    }

    private static JsonNode text(JsonParser json, String name) throws IOException {
        JsonNode text = textOrNull(json);
        if (text == null) {
            throw BodyText.refusal(ErrorCode.FIELD_INVALID, name, "a string");
        }
        return text;
    }

    private static JsonNode list(JsonParser json, String name) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return JsonNodeFactory.instance.nullNode();
        }
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw BodyText.refusal(ErrorCode.FIELD_INVALID, name, "an array of strings");
        }
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            list.add(text(json, name));
        }
        return list;
    }

    private static @Nullable JsonNode textOrNull(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case VALUE_STRING -> TextNode.valueOf(json.getText());
            case VALUE_NULL -> JsonNodeFactory.instance.nullNode();
            default -> null;
        };
    }
}
