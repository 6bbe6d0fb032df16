package vn.dancu.bus.document.question;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Reader;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.message.MessageLimits;

/** The objects of an array, or the one object of a file. */
final class RawJsonQuestions implements RawQuestions {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(2 * MessageLimits.DEFAULT.depth())
                    .maxStringLength(MessageLimits.DEFAULT.textLength())
                    .maxNameLength(MessageLimits.DEFAULT.nameLength())
                    .maxNumberLength(MessageLimits.DEFAULT.numberLength())
                    .build())
            .configure(JsonFactory.Feature.INTERN_FIELD_NAMES, false)
            .build();

    private final JsonParser parser;
    private boolean isArray;
    private boolean hasBegun;
    private boolean isRead = true;

    RawJsonQuestions(Reader text) throws IOException {
        this.parser = FACTORY.createParser(text);
    }

    @Override
    public boolean next() throws IOException {
        if (!isRead) {
            parser.skipChildren();
        }
        isRead = false;
        JsonToken token = hasBegun && !isArray ? null : parser.nextToken();
        if (!hasBegun) {
            hasBegun = true;
            isArray = token == JsonToken.START_ARRAY;
            token = isArray ? parser.nextToken() : token;
        }
        if (token == JsonToken.START_OBJECT) {
            return true;
        }
        boolean isEnd = isArray ? token == JsonToken.END_ARRAY : token == null;
        if (!isEnd) {
            throw BusException.of(ErrorCode.MESSAGE_INVALID, "/", "one question as an object, or several in an array");
        }
        if (parser.nextToken() != null) {
            throw BusException.of(ErrorCode.MESSAGE_MALFORMED, "/", "well-formed JSON, one object or one array");
        }
        return false;
    }

    /** Copied event by event, so that a property that is given twice is still there twice. */
    @Override
    public byte[] document() throws IOException {
        isRead = true;
        ByteArrayOutputStream out = new ByteArrayOutputStream(512);
        try (JsonGenerator generator = FACTORY.createGenerator(out)) {
            generator.copyCurrentStructure(parser);
        }
        return out.toByteArray();
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
