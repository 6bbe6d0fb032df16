package vn.dancu.bus.audit.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The envelope of every event: CloudEvents 1.0 in JSON ({@code schemas/event/v1}). */
public final class CloudEvent {

    private static final JsonFactory JSON = new JsonFactory();

    /** Most events are smaller. */
    private static final int INITIAL_BYTES = 1280;

    /** The attributes before {@code data}. In a text of JSON no quotation mark stands unescaped. */
    private static final int HEAD_BYTES = 400;

    private static final Pattern TRACEPARENT = Pattern.compile("\"traceparent\":\"([0-9a-f-]{55})\"");

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
        return json(type, id, time, personHash, null, content);
    }

    /** @param traceparent the trace that the event belongs to (CloudEvents' extension of that name); null for none */
    public static byte[] json(
            String type,
            UUID id,
            Instant time,
            byte @Nullable [] personHash,
            @Nullable String traceparent,
            Content content) {
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
            if (traceparent != null) {
                to.writeStringField("traceparent", traceparent);
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

    /** The trace that an event of ours belongs to; null when it says none. */
    public static @Nullable String traceparent(byte[] event) {
        String head = new String(event, 0, Math.min(event.length, HEAD_BYTES), StandardCharsets.ISO_8859_1);
        Matcher found = TRACEPARENT.matcher(head);
        return found.find() ? found.group(1) : null;
    }

    private CloudEvent() {}
}
