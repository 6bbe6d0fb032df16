package vn.dancu.bus.audit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.Role;

/** Turns an act into its event: CloudEvents 1.0 JSON, {@code schemas/event/v1/act.schema.json}. */
final class ActRendering {

    private static final int LONGEST_DETAIL = 2000;

    private final JsonFactory json = new JsonFactory();

    String event(UUID id, Act act, Instant at) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(512);
        try (JsonGenerator to = json.createGenerator(out)) {
            to.writeStartObject();
            to.writeStringField("specversion", "1.0");
            to.writeStringField("id", id.toString());
            to.writeStringField("source", "/dancu-bus");
            to.writeStringField("type", "vn.dancu.act.v1");
            if (act.personHash() != null) {
                to.writeStringField("subject", HexFormat.of().formatHex(act.personHash()));
            }
            to.writeStringField("time", at.toString());
            to.writeStringField("datacontenttype", "application/json");
            to.writeObjectFieldStart("data");
            data(to, act);
            to.writeEndObject();
            to.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static void data(JsonGenerator to, Act act) throws IOException {
        to.writeStringField("action", act.action());
        to.writeStringField("actor", act.actor().name());
        to.writeArrayFieldStart("roles");
        for (String role : act.actor().roles().stream().map(Role::code).sorted().toList()) {
            to.writeString(role);
        }
        to.writeEndArray();
        text(to, "partner", act.partner() == null ? null : act.partner().value());
        text(to, "subject", act.subject());
        to.writeObjectFieldStart("detail");
        for (Map.Entry<String, String> one : new TreeMap<>(act.detail()).entrySet()) {
            text(to, one.getKey(), one.getValue());
        }
        to.writeEndObject();
    }

    private static void text(JsonGenerator to, String name, @Nullable String value) throws IOException {
        String clean = Clean.text(value, LONGEST_DETAIL);
        if (clean != null && !clean.isEmpty()) {
            to.writeStringField(name, clean);
        }
    }
}
