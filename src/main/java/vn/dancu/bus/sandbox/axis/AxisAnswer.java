package vn.dancu.bus.sandbox.axis;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import vn.dancu.bus.sandbox.fault.MockAnswer;

/** What the axis answers, in the words that its kit reads. */
final class AxisAnswer {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String DONE = "0";

    /** Writes what an answer has besides its result. */
    interface Part {
        void write(JsonGenerator json) throws IOException;
    }

    static MockAnswer ok(String docId, Part part) {
        return json("OK", DONE, "Success", docId, part);
    }

    static MockAnswer ok() {
        return ok("", json -> {});
    }

    /** An answer that has a list: it stands there even when it is empty. */
    static MockAnswer list(Part items) {
        return ok("", json -> {
            json.writeArrayFieldStart("data");
            items.write(json);
            json.writeEndArray();
        });
    }

    static MockAnswer count(int count) {
        return ok("", json -> json.writeNumberField("count", count));
    }

    static MockAnswer fail(String code, String description) {
        return json("FAIL", code, description, "", json -> {});
    }

    // The kit calls getAsString on each of the four, also where the call has failed.
    private static MockAnswer json(String status, String code, String description, String docId, Part part) {
        return MockAnswer.of("application/json;charset=UTF-8", out -> {
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

    private AxisAnswer() {}
}
