package vn.dancu.bus.sandbox.axis.fault;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;

/** The body of an answer, written when its turn has come. */
public record AxisAnswer(String contentType, Body body) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String DONE = "0";

    /** Writes bytes. */
    public interface Body {
        void write(OutputStream out) throws IOException;
    }

    /** Writes what an answer has besides its result. */
    public interface Part {
        void write(JsonGenerator json) throws IOException;
    }

    public static AxisAnswer ok(String docId, Part part) {
        return json("OK", DONE, "Success", docId, part);
    }

    public static AxisAnswer ok() {
        return ok("", json -> {});
    }

    /** An answer that has a list: it stands there even when it is empty. */
    public static AxisAnswer list(Part items) {
        return ok("", json -> {
            json.writeArrayFieldStart("data");
            items.write(json);
            json.writeEndArray();
        });
    }

    public static AxisAnswer count(int count) {
        return ok("", json -> json.writeNumberField("count", count));
    }

    public static AxisAnswer fail(String code, String description) {
        return json("FAIL", code, description, "", json -> {});
    }

    // The kit calls getAsString on each of the four, also where the call has failed.
    private static AxisAnswer json(String status, String code, String description, String docId, Part part) {
        return new AxisAnswer("application/json;charset=UTF-8", out -> {
            JsonGenerator json = JSON.createGenerator(out);
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.writeStartObject();
            json.writeStringField("status", status);
            json.writeStringField("ErrorCode", code);
            json.writeStringField("ErrorDesc", description);
            json.writeStringField("DocId", docId);
            part.write(json);
            json.writeEndObject();
            json.close();
        });
    }
}
