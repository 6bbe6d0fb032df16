package vn.dancu.bus.document.axis.vxp;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.Node;

/**
 * One answer of the axis, read once from its first byte to its last: a list of any length and a document of any size take no
 * memory here. Names are compared exactly but for the case of their first letter, since both are in use.
 */
final class VxpAnswerReader {

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(1 << 20)
                    .maxNestingDepth(16)
                    .build())
            .build();

    private final Consumer<Node> each;
    private final OutputStream data;

    private @Nullable String status;
    private @Nullable String errorCode;
    private @Nullable String docId;
    private @Nullable Long count;
    private boolean listed;
    private boolean text;

    private VxpAnswerReader(Consumer<Node> each, OutputStream data) {
        this.each = each;
        this.data = data;
    }

    /**
     * @param each takes an object of the list in {@code data}, as an element whose children are its properties
     * @param data takes the bytes of a text in {@code data}, decoded from base64
     * @throws JsonParseException where it is no JSON object or has no status
     * @throws IOException where it ends early, or the data cannot be kept
     */
    static VxpAnswer read(InputStream in, Consumer<Node> each, OutputStream data) throws IOException {
        try (JsonParser json = JSON.createParser(in)) {
            return new VxpAnswerReader(each, data).answer(json);
        }
    }

    private VxpAnswer answer(JsonParser json) throws IOException {
        expect(json, json.nextToken() == JsonToken.START_OBJECT, "An answer is an object");
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "status" -> status = scalar(json);
                case "ErrorCode", "errorCode" -> errorCode = scalar(json);
                case "DocId", "docId" -> docId = scalar(json);
                case "count" -> count = number(json);
                case "data" -> data(json);
                default -> json.skipChildren();
            }
        }
        expect(json, json.nextToken() == null, "Nothing follows an answer");
        expect(json, status != null, "An answer has a status");
        return new VxpAnswer(status, errorCode, docId, count, listed, text);
    }

    private void data(JsonParser json) throws IOException {
        switch (json.currentToken()) {
            case START_ARRAY -> {
                listed = true;
                list(json);
            }
            case VALUE_STRING -> {
                text = true;
                json.readBinaryValue(data);
            }
            case VALUE_NUMBER_INT -> count = number(json);
            default -> json.skipChildren();
        }
    }

    private void list(JsonParser json) throws IOException {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            expect(json, json.currentToken() == JsonToken.START_OBJECT, "A list holds objects");
            List<Node> fields = new ArrayList<>();
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String name = json.currentName();
                json.nextToken();
                String value = scalar(json);
                if (value != null) {
                    fields.add(Node.text(name, value));
                }
            }
            each.accept(Node.of("data", fields));
        }
    }

    /** The text of a value; null for null, an object and an array, none of which says anything here. */
    private static @Nullable String scalar(JsonParser json) throws IOException {
        if (json.currentToken().isScalarValue()) {
            return json.currentToken() == JsonToken.VALUE_NULL ? null : json.getText();
        }
        json.skipChildren();
        return null;
    }

    private static @Nullable Long number(JsonParser json) throws IOException {
        String number = scalar(json);
        try {
            return number == null ? null : Long.valueOf(number);
        } catch (NumberFormatException e) {
            throw new JsonParseException(json, "A count is a whole number");
        }
    }

    private static void expect(JsonParser json, boolean holds, String rule) throws JsonParseException {
        if (!holds) {
            throw new JsonParseException(json, rule);
        }
    }
}
