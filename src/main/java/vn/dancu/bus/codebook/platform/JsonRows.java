package vn.dancu.bus.codebook.platform;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.dancu.bus.codebook.PullFault;

/** Reads the one form that all answers of the platform have: an array of objects of short texts. */
final class JsonRows {

    private static final int MAX_ROWS = 50_000;
    private static final int MAX_TEXT = 2_000;
    private static final int MAX_MEMBERS = 60;
    private static final int MAX_DEPTH = 5;
    private static final int MARK = 3;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxStringLength(MAX_TEXT)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** @throws PlatformException {@code encoding_wrong}, {@code not_json}, {@code malformed} or {@code shape_wrong} */
    static List<Map<String, String>> read(byte[] body) {
        String text = text(body);
        if (text.stripLeading().startsWith("<")) {
            throw new PlatformException(PullFault.NOT_JSON, "JSON, no page");
        }
        JsonNode tree;
        try {
            tree = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new PlatformException(PullFault.MALFORMED, "one array of JSON, whole");
        }
        if (!tree.isArray()) {
            throw new PlatformException(PullFault.SHAPE_WRONG, "an array of objects");
        }
        if (tree.size() > MAX_ROWS) {
            throw new PlatformException(PullFault.TOO_LARGE, "at most " + MAX_ROWS + " records");
        }
        List<Map<String, String>> rows = new ArrayList<>();
        for (JsonNode row : tree) {
            rows.add(row(row));
        }
        return rows;
    }

    private static String text(byte[] body) {
        boolean marked =
                body.length >= MARK && (body[0] & 0xFF) == 0xEF && (body[1] & 0xFF) == 0xBB && (body[2] & 0xFF) == 0xBF;
        int from = marked ? MARK : 0;
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body, from, body.length - from))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new PlatformException(PullFault.ENCODING_WRONG, "UTF-8");
        }
    }

    private static Map<String, String> row(JsonNode row) {
        if (!row.isObject() || row.size() > MAX_MEMBERS) {
            throw new PlatformException(
                    PullFault.SHAPE_WRONG, "an array of objects of at most " + MAX_MEMBERS + " members");
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> member : row.properties()) {
            JsonNode value = member.getValue();
            if (value.isContainerNode()) {
                throw new PlatformException(PullFault.SHAPE_WRONG, "members that are texts, numbers, true or false");
            }
            String clean = value.isNull() ? "" : clean(value.asText());
            if (!clean.isEmpty()) {
                values.put(member.getKey(), clean);
            }
        }
        return values;
    }

    /** Composed and on one line: the same name in another form is no change. */
    private static String clean(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cntrl}\\s\\u00A0]+", " ")
                .strip();
    }

    private JsonRows() {}
}
