package vn.dancu.bus.audit.trail;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.audit.CallRecord;
import vn.dancu.bus.audit.event.CloudEvent;
import vn.dancu.bus.audit.event.StorableText;
import vn.dancu.bus.kernel.FieldPath;

/** The data of the event of a call: {@code schemas/event/v1/call.schema.json}. */
record CallContent(CallRecord record) implements CloudEvent.Content {

    @Override
    public void write(JsonGenerator to) throws IOException {
        CallRecord.Question question = record.question();
        to.writeStringField("phase", record.ended() == null ? "asked" : "ended");
        to.writeStringField("call", record.call().toString());
        to.writeStringField("event", record.event().toString());
        text(to, "upstream", question.upstream());
        text(to, "dialect", question.dialect());
        text(to, "service", question.service().value());
        names(to, "fields", question.fields());
        text(to, "door", question.door());
        text(to, "messageId", question.messageId());
        CallRecord.Behalf here = question.here();
        text(to, "partner", here.partner() == null ? null : here.partner().value());
        text(to, "officer", here.officer());
        text(to, "procedure", here.procedure());
        CallRecord.Behalf there = question.there();
        text(to, "officerThere", there.officer());
        text(to, "procedureThere", there.procedure());
        if (there.mapping() != null) {
            to.writeNumberField("mappingVersion", there.mapping());
        }
        if (record.ended() != null) {
            ended(to, record.ended());
        }
    }

    private static void ended(JsonGenerator to, CallRecord.Ended ended) throws IOException {
        text(to, "result", ended.result());
        if (ended.httpStatus() != null) {
            to.writeNumberField("status", ended.httpStatus());
        }
        text(to, "theirId", ended.theirId());
        text(to, "theirCode", ended.theirCode());
        names(to, "answeredFields", ended.answered());
        to.writeNumberField("attempts", ended.attempts());
        to.writeNumberField("bytesOut", ended.bytesOut());
        to.writeNumberField("bytesIn", ended.bytesIn());
        to.writeNumberField(
                "tookMicros",
                Math.max(
                        0,
                        ended.took().toNanos() / ChronoUnit.MICROS.getDuration().toNanos()));
    }

    private static void names(JsonGenerator to, String name, Set<FieldPath> fields) throws IOException {
        to.writeArrayFieldStart(name);
        for (String field : fields.stream().map(FieldPath::value).sorted().toList()) {
            to.writeString(field);
        }
        to.writeEndArray();
    }

    private static void text(JsonGenerator to, String name, @Nullable String value) throws IOException {
        String clean = StorableText.of(value, EventRowEncoder.MAX_ID_LENGTH);
        if (clean != null && !clean.isEmpty()) {
            to.writeStringField(name, clean);
        }
    }
}
