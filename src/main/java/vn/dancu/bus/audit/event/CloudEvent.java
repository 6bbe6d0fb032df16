package vn.dancu.bus.audit.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The envelope of every event: CloudEvents 1.0 in JSON ({@code schemas/event/v1}). */
public final class CloudEvent {

    private static final JsonFactory JSON = new JsonFactory();

    /** Most events are smaller. */
    private static final int INITIAL_BYTES = 1280;

    /** Writes the members of {@code data}. */
    public interface Content {
        void write(JsonGenerator to) throws IOException;
    }

    /**
     * The event as JSON in UTF-8.
     *
     * @param type such as {@code vn.dancu.audit.v1}
     * @param personHash keyed hash of the person concerned; null when the event concerns nobody
     */
    public static byte[] json(String type, UUID id, Instant time, byte @Nullable [] personHash, Content content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(INITIAL_BYTES);
        try (JsonGenerator to = JSON.createGenerator(out)) {
            to.writeStartObject();
            to.writeStringField("specversion", "1.0");
            to.writeStringField("id", id.toString());
            to.writeStringField("source", "/dancu-bus");
            to.writeStringField("type", type);
            if (personHash != null) {
                to.writeStringField("subject", HexFormat.of().formatHex(personHash));
            }
            to.writeStringField("time", time.toString());
            to.writeStringField("datacontenttype", "application/json");
            to.writeObjectFieldStart("data");
            content.write(to);
            to.writeEndObject();
            to.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private CloudEvent() {}
}
