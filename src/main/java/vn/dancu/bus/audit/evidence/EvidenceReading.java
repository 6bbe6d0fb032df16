package vn.dancu.bus.audit.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what {@link EvidenceJson} writes, from files that anybody may have made. */
final class EvidenceReading {

    private static final int MOST_ENTRIES = JdbcSealer.BATCH;

    static SealedBatch seal(JsonNode node, boolean withEntries) {
        Seal seal = new Seal(
                whole(node, "number"),
                hash(node, "previous"),
                position(member(node, "first")),
                position(member(node, "last")),
                Math.toIntExact(whole(node, "records")),
                hash(node, "root"),
                hash(node, "listing"),
                moment(node, "sealedAt"),
                Math.toIntExact(whole(member(node, "key"), "number")),
                hash(member(node, "key"), "fingerprint"));
        List<Entry> entries = withEntries ? entries(member(node, "entries")) : List.of();
        return new SealedBatch(
                seal, hash(node, "hash"), bytes(node, "signature"), entries, optionalBytes(node, "timeStamp"));
    }

    static SealedRecord record(JsonNode node) {
        byte[] sealed = optionalBytes(node, "personSealed");
        String digest = optional(node, "personDigest");
        byte[] stated = digest == null ? null : Hashes.bytes(digest);
        String person = optional(node, "personHash");
        JsonNode period = node.get("keyPeriod");
        return new SealedRecord(
                position(node),
                UUID.fromString(text(node, "id")),
                RecordKind.valueOf(text(node, "kind")),
                moment(node, "occurredAt"),
                optional(node, "partner"),
                optional(node, "service"),
                optional(node, "officer"),
                optional(node, "result"),
                person == null ? null : Hashes.bytes(person),
                sealed,
                sealed == null ? stated : Hashes.of(sealed),
                period == null ? null : Math.toIntExact(whole(node, "keyPeriod")),
                text(node, "event"));
    }

    /** Number and public key. */
    static SealKey key(JsonNode node) {
        if (!text(node, "algorithm").equals("Ed25519")) {
            throw new IllegalArgumentException("The algorithm of a key is Ed25519");
        }
        return new SealKey(Math.toIntExact(whole(node, "number")), bytes(node, "publicKey"), Instant.EPOCH, "");
    }

    static JsonNode member(JsonNode node, String name) {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            throw new IllegalArgumentException("There must be a member " + name);
        }
        return value;
    }

    static String text(JsonNode node, String name) {
        JsonNode value = member(node, name);
        if (!value.isTextual()) {
            throw new IllegalArgumentException("The member " + name + " is a text");
        }
        return value.textValue();
    }

    static @Nullable String optional(JsonNode node, String name) {
        return node.has(name) ? text(node, name) : null;
    }

    static long whole(JsonNode node, String name) {
        JsonNode value = member(node, name);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new IllegalArgumentException("The member " + name + " is a whole number");
        }
        return value.longValue();
    }

    static String hash(JsonNode node, String name) {
        return hash(text(node, name));
    }

    static String hash(String text) {
        if (!text.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("A hash is 64 hexadecimal digits in small letters");
        }
        return text;
    }

    private static List<Entry> entries(JsonNode nodes) {
        if (!nodes.isArray() || nodes.size() > MOST_ENTRIES) {
            throw new IllegalArgumentException("A seal has at most " + MOST_ENTRIES + " entries");
        }
        List<Entry> entries = new ArrayList<>(nodes.size());
        for (JsonNode node : nodes) {
            entries.add(new Entry(
                    UUID.fromString(text(node, "id")),
                    RecordKind.valueOf(text(node, "kind")),
                    Math.toIntExact(whole(node, "month")),
                    Hashes.bytes(hash(node, "leaf"))));
        }
        return entries;
    }

    private static Position position(JsonNode node) {
        return Position.of(text(node, "xid"), Math.toIntExact(whole(node, "seq")));
    }

    private static Instant moment(JsonNode node, String name) {
        try {
            return Instant.parse(text(node, name));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("The member " + name + " is a moment in UTC", e);
        }
    }

    private static byte[] bytes(JsonNode node, String name) {
        return Base64.getDecoder().decode(text(node, name));
    }

    private static byte @Nullable [] optionalBytes(JsonNode node, String name) {
        return node.has(name) ? bytes(node, name) : null;
    }

    private EvidenceReading() {}
}
