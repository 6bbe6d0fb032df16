package vn.dancu.bus.audit.evidence;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Turns a seal into its event: CloudEvents 1.0 JSON, {@code schemas/event/v1/seal.schema.json}. */
final class SealRendering {

    private final JsonFactory json = new JsonFactory();

    String event(UUID id, SealedBatch batch) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
        try (JsonGenerator to = json.createGenerator(out)) {
            to.writeStartObject();
            to.writeStringField("specversion", "1.0");
            to.writeStringField("id", id.toString());
            to.writeStringField("source", "/dancu-bus");
            to.writeStringField("type", "vn.dancu.seal.v1");
            to.writeStringField("time", batch.seal().sealedAt().toString());
            to.writeStringField("datacontenttype", "application/json");
            to.writeObjectFieldStart("data");
            EvidenceJson.writeSeal(to, batch);
            to.writeEndObject();
            to.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
