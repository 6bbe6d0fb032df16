package vn.dancu.bus.audit.evidence.file;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.audit.RecordKind;
import vn.dancu.bus.audit.event.TrailPosition;
import vn.dancu.bus.audit.evidence.seal.Seal;
import vn.dancu.bus.audit.evidence.seal.SealKey;
import vn.dancu.bus.audit.evidence.seal.SealedBatch;
import vn.dancu.bus.audit.evidence.seal.SealedEntry;
import vn.dancu.bus.audit.evidence.seal.SealedRecord;
import vn.dancu.bus.kernel.Sha256;

/** Reads what {@link EvidenceJson} writes, from files that anybody may have made. */
public final class EvidenceReader {

    public static SealedBatch seal(JsonNode node, boolean withEntries) {
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
        List<SealedEntry> entries = withEntries ? entries(member(node, "entries")) : List.of();
        return new SealedBatch(
                seal, hash(node, "hash"), bytes(node, "signature"), entries, optionalBytes(node, "timeStamp"));
    }

    public static SealedRecord record(JsonNode node) {
        byte[] sealed = optionalBytes(node, "personSealed");
        String digest = optional(node, "personDigest");
        byte[] stated = digest == null ? null : HexFormat.of().parseHex(digest);
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
                person == null ? null : HexFormat.of().parseHex(person),
                sealed,
                sealed == null ? stated : Sha256.of(sealed),
                period == null ? null : Math.toIntExact(whole(node, "keyPeriod")),
                text(node, "event"));
    }

    /** Number and public key. */
    public static SealKey key(JsonNode node) {
        if (!text(node, "algorithm").equals("Ed25519")) {
            throw new IllegalArgumentException("The algorithm of a key is Ed25519");
        }
        return new SealKey(Math.toIntExact(whole(node, "number")), bytes(node, "publicKey"));
    }

    public static JsonNode member(JsonNode node, String name) {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            throw new IllegalArgumentException("There must be a member " + name);
        }
        return value;
    }

    public static String text(JsonNode node, String name) {
        JsonNode value = member(node, name);
        if (!value.isTextual()) {
            throw new IllegalArgumentException("The member " + name + " is a text");
        }
        return value.textValue();
    }

    public static @Nullable String optional(JsonNode node, String name) {
        return node.has(name) ? text(node, name) : null;
    }

    public static long whole(JsonNode node, String name) {
        JsonNode value = member(node, name);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new IllegalArgumentException("The member " + name + " is a whole number");
        }
        return value.longValue();
    }

    public static String hash(JsonNode node, String name) {
        return hash(text(node, name));
    }

    public static String hash(String text) {
        if (!text.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("A hash is 64 hexadecimal digits in small letters");
        }
        return text;
    }

    private static List<SealedEntry> entries(JsonNode nodes) {
        if (!nodes.isArray() || nodes.size() > Seal.MAX_RECORDS) {
            throw new IllegalArgumentException("A seal has at most " + Seal.MAX_RECORDS + " entries");
        }
        List<SealedEntry> entries = new ArrayList<>(nodes.size());
        for (JsonNode node : nodes) {
            entries.add(new SealedEntry(
                    UUID.fromString(text(node, "id")),
                    RecordKind.valueOf(text(node, "kind")),
                    Math.toIntExact(whole(node, "month")),
                    HexFormat.of().parseHex(hash(node, "leaf"))));
        }
        return entries;
    }

    private static TrailPosition position(JsonNode node) {
        return TrailPosition.of(text(node, "xid"), Math.toIntExact(whole(node, "seq")));
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

    private EvidenceReader() {}
}
