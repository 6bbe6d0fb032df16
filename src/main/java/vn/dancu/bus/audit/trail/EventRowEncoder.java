package vn.dancu.bus.audit.trail;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.audit.AuditRecord;
import vn.dancu.bus.audit.CallRecord;
import vn.dancu.bus.audit.PersonHash;
import vn.dancu.bus.audit.RecordKind;
import vn.dancu.bus.audit.content.ContentSeal;
import vn.dancu.bus.audit.event.CloudEvent;
import vn.dancu.bus.audit.event.StorableText;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.kernel.SecretBox;
import vn.dancu.bus.trace.Traces;

/** Turns a record into its row: the event as CloudEvents 1.0 JSON, the person as a keyed hash and sealed. */
final class EventRowEncoder {

    /** What {@code schemas/event/v1} allows for a code and for a message id. */
    static final int MAX_CODE_LENGTH = 64;

    static final int MAX_ID_LENGTH = 256;

    private static final int MAX_FAULT_LENGTH = 500;

    /** The arrays of names written so far: a handful for each grant, and always the same. */
    private static final Map<Set<FieldPath>, SerializedString> NAMES = new ConcurrentHashMap<>();

    private static final int MAX_NAMES = 512;

    private final SecretBox box;
    private final ContentSeal seal;
    private final Traces traces;

    EventRowEncoder(SecretBox box, ContentSeal seal, Traces traces) {
        this.box = box;
        this.seal = seal;
        this.traces = traces;
    }

    EventRow encode(AuditRecord record) {
        PersonalId person = record.person();
        byte[] hash = person == null ? null : PersonHash.of(box, person);
        ContentSeal.Sealed sealed = person == null
                ? null
                : seal.seal(record.how().answeredAt(), person.digits().getBytes(StandardCharsets.US_ASCII));
        return new EventRow(
                record.id(),
                record.error() == null ? RecordKind.ANSWER : RecordKind.REFUSAL,
                record.how().answeredAt(),
                StorableText.of(record.who().partner(), MAX_CODE_LENGTH),
                record.what().service() == null ? null : record.what().service().value(),
                StorableText.of(record.who().officer(), MAX_CODE_LENGTH),
                record.result(),
                hash,
                sealed == null ? null : sealed.content(),
                sealed == null ? null : sealed.keyPeriod(),
                StorableText.of(record.how().messageId(), MAX_ID_LENGTH),
                CloudEvent.json(
                        "vn.dancu.audit.v1",
                        record.id(),
                        record.how().answeredAt(),
                        hash,
                        traces.traceparent(),
                        to -> data(to, record)),
                record.onceKey(),
                question(record));
    }

    EventRow encode(CallRecord record) {
        CallRecord.Question question = record.question();
        byte[] hash = PersonHash.of(box, question.person());
        ContentSeal.Sealed sealed =
                seal.seal(record.at(), question.person().digits().getBytes(StandardCharsets.US_ASCII));
        PartnerId partner = question.here().partner();
        return new EventRow(
                record.id(),
                RecordKind.CALL,
                record.at(),
                partner == null ? null : partner.value(),
                question.service().value(),
                StorableText.of(question.here().officer(), MAX_CODE_LENGTH),
                record.result(),
                hash,
                sealed.content(),
                sealed.keyPeriod(),
                StorableText.of(question.messageId(), MAX_ID_LENGTH),
                CloudEvent.json(
                        "vn.dancu.call.v1",
                        record.id(),
                        record.at(),
                        hash,
                        traces.traceparent(),
                        new CallContent(record)),
                null,
                null);
    }

    private @Nullable QuestionRow question(AuditRecord record) {
        AuditRecord.Question kept = record.question();
        return kept == null
                ? null
                : new QuestionRow(
                        record.how().door(),
                        StorableText.of(kept.messageId(), MAX_ID_LENGTH),
                        seal.seal(record.how().answeredAt(), ContentSeal.ofEvent(record.id(), kept.content())));
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
        text(to, "messageId", how.messageId(), MAX_ID_LENGTH);
        to.writeNumberField("bytesIn", how.bytesIn());
        to.writeNumberField("bytesOut", how.bytesOut());
        to.writeStringField("receivedAt", how.receivedAt().toString());
        to.writeStringField("answeredAt", how.answeredAt().toString());
    }

    /** Times are microseconds since the message came in, which take a fifth of the bytes of a date. */
    private static void trace(JsonGenerator to, AuditRecord.How how) throws IOException {
        AuditRecord.Trace trace = how.trace();
        text(to, "issue", trace.issue(), MAX_ID_LENGTH);
        text(to, "representedParty", trace.representedParty(), MAX_ID_LENGTH);
        text(to, "method", trace.method());
        text(to, "path", trace.path(), MAX_ID_LENGTH);
        text(to, "clientAddress", trace.clientAddress());
        since(to, "registerAskedMicros", how.receivedAt(), trace.registerAskedAt());
        since(to, "registerAnsweredMicros", how.receivedAt(), trace.registerAnsweredAt());
        text(to, "fault", trace.fault(), MAX_FAULT_LENGTH);
        text(to, "replay", trace.replay());
        AuditRecord.Kept kept = trace.kept();
        if (kept != null) {
            to.writeStringField("keptUnder", kept.legalBasis());
            to.writeStringField("dataTime", kept.dataTime().toString());
        }
    }

    /** Zero when the clock was set back in between. */
    private static void since(JsonGenerator to, String name, Instant start, @Nullable Instant end) throws IOException {
        if (end != null) {
            to.writeNumberField(name, Math.max(0, ChronoUnit.MICROS.between(start, end)));
        }
    }

    private static void names(JsonGenerator to, String name, Set<FieldPath> fields) throws IOException {
        to.writeFieldName(name);
        SerializedString known = NAMES.get(fields);
        if (known == null) {
            known = array(fields);
            if (NAMES.size() < MAX_NAMES) {
                NAMES.put(Collections.unmodifiableSet(new LinkedHashSet<>(fields)), known);
            }
        }
        to.writeRawValue(known);
    }

    /** A field's name holds no character that JSON escapes. */
    private static SerializedString array(Set<FieldPath> fields) {
        return new SerializedString(
                fields.stream().map(field -> '"' + field.value() + '"').collect(Collectors.joining(",", "[", "]")));
    }

    private static void text(JsonGenerator to, String name, @Nullable Object value) throws IOException {
        text(to, name, value, MAX_CODE_LENGTH);
    }

    /** Leaves out an absent or empty value. */
    private static void text(JsonGenerator to, String name, @Nullable Object value, int longest) throws IOException {
        String clean = StorableText.of(value == null ? null : value.toString(), longest);
        if (clean != null && !clean.isEmpty()) {
            to.writeStringField(name, clean);
        }
    }
}
