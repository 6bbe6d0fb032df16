package vn.dancu.bus.audit.evidence.file;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.audit.event.TrailPosition;
import vn.dancu.bus.audit.evidence.seal.Seal;
import vn.dancu.bus.audit.evidence.seal.SealKey;
import vn.dancu.bus.audit.evidence.seal.SealedBatch;
import vn.dancu.bus.audit.evidence.seal.SealedEntry;
import vn.dancu.bus.audit.evidence.seal.SealedRecord;

/** Writes seals, records and keys as {@code schemas/evidence/v1} says. */
public final class EvidenceJson {

    /** The format of a file of many records. */
    public static final String FORMAT = "dancu-evidence/v1";

    /** The format of a file that proves one record. */
    public static final String PROOF = "dancu-proof/v1";

    /** Writes the members of a seal into an open object. */
    public static void writeSeal(JsonGenerator to, SealedBatch batch) throws IOException {
        Seal seal = batch.seal();
        to.writeNumberField("number", seal.number());
        to.writeStringField("previous", seal.previous());
        to.writeStringField("hash", batch.statedHash());
        position(to, "first", seal.first());
        position(to, "last", seal.last());
        to.writeNumberField("records", seal.records());
        to.writeStringField("root", seal.root());
        to.writeStringField("listing", seal.listing());
        to.writeStringField("sealedAt", seal.sealedAt().toString());
        to.writeObjectFieldStart("key");
        to.writeNumberField("number", seal.key());
        to.writeStringField("fingerprint", seal.fingerprint());
        to.writeEndObject();
        to.writeStringField("signature", base64(batch.signature()));
        if (batch.timeStamp() != null) {
            to.writeStringField("timeStamp", base64(batch.timeStamp()));
        }
    }

    public static void writeEntries(JsonGenerator to, SealedBatch batch) throws IOException {
        to.writeArrayFieldStart("entries");
        for (SealedEntry entry : batch.entries()) {
            to.writeStartObject();
            to.writeStringField("id", entry.id().toString());
            to.writeStringField("kind", entry.kind().name());
            to.writeNumberField("month", entry.month());
            to.writeStringField("leaf", HexFormat.of().formatHex(entry.leaf()));
            to.writeEndObject();
        }
        to.writeEndArray();
    }

    /**
     * Writes the members of a record into an open object.
     *
     * @param whole whether to write the sealed person, or only its hash
     */
    public static void writeRecord(JsonGenerator to, SealedRecord record, boolean whole) throws IOException {
        to.writeStringField("xid", record.position().xidText());
        to.writeNumberField("seq", record.position().seq());
        to.writeStringField("id", record.id().toString());
        to.writeStringField("kind", record.kind().name());
        to.writeStringField("occurredAt", record.occurredAt().toString());
        text(to, "partner", record.partner());
        text(to, "service", record.service());
        text(to, "officer", record.officer());
        text(to, "result", record.result());
        text(to, "personHash", hex(record.personHash()));
        text(to, "personDigest", hex(record.personDigest()));
        byte[] sealed = record.personSealed();
        if (whole && sealed != null) {
            to.writeStringField("personSealed", base64(sealed));
        }
        if (record.keyPeriod() != null) {
            to.writeNumberField("keyPeriod", record.keyPeriod());
        }
        to.writeStringField("event", record.event());
    }

    public static void writeKey(JsonGenerator to, SealKey key) throws IOException {
        to.writeNumberField("number", key.number());
        to.writeStringField("algorithm", "Ed25519");
        to.writeStringField("publicKey", base64(key.publicKey()));
        to.writeStringField("fingerprint", key.fingerprint());
    }

    private static void position(JsonGenerator to, String name, TrailPosition position) throws IOException {
        to.writeObjectFieldStart(name);
        to.writeStringField("xid", position.xidText());
        to.writeNumberField("seq", position.seq());
        to.writeEndObject();
    }

    private static void text(JsonGenerator to, String name, @Nullable String value) throws IOException {
        if (value != null) {
            to.writeStringField(name, value);
        }
    }

    private static @Nullable String hex(byte @Nullable [] bytes) {
        return bytes == null ? null : HexFormat.of().formatHex(bytes);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private EvidenceJson() {}
}
