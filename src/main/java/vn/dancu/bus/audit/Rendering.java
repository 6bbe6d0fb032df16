package vn.dancu.bus.audit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.kernel.SecretBox;

/** Turns a record into its row: the event as CloudEvents 1.0 JSON, the person as a keyed hash and sealed. */
final class Rendering {

    private static final int USUAL_SIZE = 1280;

    /** What {@code schemas/event/v1} allows for a code and for a message id. */
    static final int LONGEST_CODE = 64;

    static final int LONGEST_ID = 256;

    private static final int LONGEST_FAULT = 500;

    private static final HexFormat HEX = HexFormat.of();

    private final JsonFactory json = new JsonFactory();
    private final SecretBox box;
    private final ContentSeal seal;

    Rendering(SecretBox box, ContentSeal seal) {
        this.box = box;
        this.seal = seal;
    }

    Row render(AuditRecord record) {
        PersonalId person = record.person();
        byte[] hash = person == null ? null : PersonHash.of(box, person);
        ContentSeal.Sealed sealed = person == null
                ? null
                : seal.seal(record.how().answeredAt(), person.digits().getBytes(StandardCharsets.US_ASCII));
        return new Row(
                record.id(),
                record.error() == null ? "ANSWER" : "REFUSAL",
                record.how().answeredAt(),
                Clean.text(record.who().partner(), LONGEST_CODE),
                record.what().service() == null ? null : record.what().service().value(),
                Clean.text(record.who().officer(), LONGEST_CODE),
                record.result(),
                hash,
                sealed == null ? null : sealed.content(),
                sealed == null ? null : sealed.keyPeriod(),
                event(record, hash),
                record.onceKey());
    }

    private byte[] event(AuditRecord record, byte @Nullable [] hash) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(USUAL_SIZE);
        try (JsonGenerator to = json.createGenerator(out)) {
            to.writeStartObject();
            to.writeStringField("specversion", "1.0");
            to.writeStringField("id", record.id().toString());
            to.writeStringField("source", "/dancu-bus");
            to.writeStringField("type", "vn.dancu.audit.v1");
            text(to, "subject", hash == null ? null : HEX.formatHex(hash));
            to.writeStringField("time", record.how().answeredAt().toString());
            to.writeStringField("datacontenttype", "application/json");
            to.writeObjectFieldStart("data");
            data(to, record);
            to.writeEndObject();
            to.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void data(JsonGenerator to, AuditRecord record) throws IOException {
        to.writeStringField("outcome", record.error() == null ? "answer" : "refusal");
        text(to, "result", record.result());
        text(to, "partner", record.who().partner());
        text(to, "officer", record.who().officer());
        text(to, "procedure", record.who().procedure());
        text(to, "purpose", record.who().purpose());
        text(to, "service", record.what().service());
        names(to, "releasedFields", record.what().released());
        names(to, "withheldFields", record.what().withheld());
        if (record.what().policyVersion() > 0) {
            to.writeNumberField("policyVersion", record.what().policyVersion());
        }
        text(to, "policyHash", record.what().policyHash());
        how(to, record.how());
        trace(to, record.how());
        if (record.error() != null && record.how().trace().method() != null) {
            to.writeNumberField("status", record.error().httpStatus());
        }
    }

    private static void how(JsonGenerator to, AuditRecord.How how) throws IOException {
        text(to, "door", how.door());
        text(to, "messageId", how.messageId(), LONGEST_ID);
        to.writeNumberField("bytesIn", how.bytesIn());
        to.writeNumberField("bytesOut", how.bytesOut());
        to.writeStringField("receivedAt", how.receivedAt().toString());
        to.writeStringField("answeredAt", how.answeredAt().toString());
    }

    /** Times as microseconds since the message came: a fifth of the bytes of a date. */
    private static void trace(JsonGenerator to, AuditRecord.How how) throws IOException {
        AuditRecord.Trace trace = how.trace();
        text(to, "issue", trace.issue(), LONGEST_ID);
        text(to, "representedParty", trace.representedParty(), LONGEST_ID);
        text(to, "method", trace.method());
        text(to, "path", trace.path(), LONGEST_ID);
        text(to, "clientAddress", trace.clientAddress());
        since(to, "registerAskedMicros", how.receivedAt(), trace.registerAskedAt());
        since(to, "registerAnsweredMicros", how.receivedAt(), trace.registerAnsweredAt());
        text(to, "fault", trace.fault(), LONGEST_FAULT);
    }

    /** A clock that was set back meanwhile does not make a time before the beginning. */
    private static void since(JsonGenerator to, String name, Instant start, @Nullable Instant end) throws IOException {
        if (end != null) {
            to.writeNumberField(name, Math.max(0, ChronoUnit.MICROS.between(start, end)));
        }
    }

    private static void names(JsonGenerator to, String name, Set<FieldPath> fields) throws IOException {
        to.writeArrayFieldStart(name);
        for (FieldPath field : fields) {
            to.writeString(field.value());
        }
        to.writeEndArray();
    }

    private static void text(JsonGenerator to, String name, @Nullable Object value) throws IOException {
        text(to, name, value, LONGEST_CODE);
    }

    /** What is absent or empty is left out. */
    private static void text(JsonGenerator to, String name, @Nullable Object value, int longest) throws IOException {
        String clean = Clean.text(value == null ? null : value.toString(), longest);
        if (clean != null && !clean.isEmpty()) {
            to.writeStringField(name, clean);
        }
    }
}
