package vn.dancu.bus.feed;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.audit.event.CloudEvent;
import vn.dancu.bus.kernel.FieldPath;

/**
 * Something about a person changed.
 *
 * @param position its place in the one order of all events, from 1
 * @param subject the person: keyed hash of the number, 32 bytes; of the number before the change
 * @param fields what changed, by names of the citizen message; for kinds that name none, the field that tells of such a change
 * @param successor keyed hash of the number given instead; null for every kind but {@link ChangeKind#REPLACED}
 */
@SuppressWarnings("ArrayRecordComponent")
public record ChangeEvent(
        long position,
        UUID id,
        byte[] subject,
        ChangeKind kind,
        List<String> fields,
        byte @Nullable [] successor,
        Instant changedAt,
        Instant madeAt) {

    private static final String TYPE = "vn.dancu.citizen-changed.v1";

    /** What one who may ask for these fields hears of it; empty for nothing. */
    public Optional<ChangeEvent> within(Set<FieldPath> allowed) {
        if (kind == ChangeKind.FOLLOWED) {
            return Optional.of(this);
        }
        List<String> heard =
                fields.stream().filter(field -> isWithin(field, allowed)).toList();
        return heard.isEmpty()
                ? Optional.empty()
                : Optional.of(new ChangeEvent(position, id, subject, kind, heard, successor, changedAt, madeAt));
    }

    /** A group and what is in it stand for each other. */
    private static boolean isWithin(String field, Set<FieldPath> allowed) {
        return allowed.stream()
                .map(FieldPath::value)
                .anyMatch(may -> may.equals(field) || may.startsWith(field + "/") || field.startsWith(may + "/"));
    }

    /** The event as a CloudEvent in JSON. */
    public byte[] json() {
        return CloudEvent.json(TYPE, id, madeAt, subject, to -> {
            to.writeStringField("kind", kind.code());
            if (kind.namesFields()) {
                to.writeArrayFieldStart("fields");
                for (String field : fields) {
                    to.writeString(field);
                }
                to.writeEndArray();
            }
            if (successor != null) {
                to.writeStringField("successor", HexFormat.of().formatHex(successor));
            }
            to.writeStringField("changedAt", changedAt.toString());
            to.writeNumberField("sequence", position);
        });
    }
}
