package vn.dancu.bus.audit.trail;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.audit.Act;
import vn.dancu.bus.audit.event.CloudEvent;
import vn.dancu.bus.audit.event.StorableText;
import vn.dancu.bus.kernel.Role;

/** Turns an act into its event: CloudEvents 1.0 JSON, {@code schemas/event/v1/act.schema.json}. */
final class ActEventEncoder {

    private static final int MAX_DETAIL_LENGTH = 2000;

    byte[] encode(UUID id, Act act, Instant at) {
        return CloudEvent.json("vn.dancu.act.v1", id, at, act.personHash(), to -> data(to, act));
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
        String clean = StorableText.of(value, MAX_DETAIL_LENGTH);
        if (clean != null && !clean.isEmpty()) {
            to.writeStringField(name, clean);
        }
    }
}
