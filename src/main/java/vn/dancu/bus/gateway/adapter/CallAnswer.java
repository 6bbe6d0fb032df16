package vn.dancu.bus.gateway.adapter;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.gateway.CallRefusalWriter;
import vn.dancu.bus.inquiry.InquiryReply;
import vn.dancu.bus.kernel.Refusal;

/** Writes what came of a call. */
final class CallAnswer {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final CallRefusalWriter refusals;

    CallAnswer(CallRefusalWriter refusals) {
        this.refusals = refusals;
    }

    /**
     * What came of one entry.
     *
     * @param file the dossier of the entry; null where it is none
     * @param reply null where the entry asked nothing
     */
    record Entry(@Nullable String file, @Nullable InquiryReply reply) {

        @Nullable
        Refusal refusal() {
            return reply instanceof InquiryReply.Refused refused ? refused.refusal() : null;
        }
    }

    /** The answer to {@code mapi/login}. */
    byte[] session(String session) throws IOException {
        return written(json -> {
            json.writeStringField("session", session);
            json.writeNumberField("error_code", 0);
        });
    }

    byte[] refusal(Refusal refusal) throws IOException {
        return written(json -> refusals.writeMembers(json, refusal));
    }

    /** The answer to a call: that of each entry, and before them the first refusal among them. */
    byte[] of(List<Entry> entries) throws IOException {
        Refusal first = entries.stream()
                .map(Entry::refusal)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return written(json -> {
            outcome(json, first);
            json.writeArrayFieldStart("result");
            for (Entry entry : entries) {
                json.writeStartObject();
                write(json, entry);
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private void write(JsonGenerator json, Entry entry) throws IOException {
        outcome(json, entry.refusal());
        if (entry.file() != null) {
            json.writeStringField("MaHoSo", entry.file());
        }
        if (entry.reply() instanceof InquiryReply.Answered answered) {
            json.writeStringField("event", answered.event().toString());
            json.writeFieldName("ketQua");
            json.writeRawValue(new String(answered.body(), StandardCharsets.UTF_8));
        }
    }

    private void outcome(JsonGenerator json, @Nullable Refusal refusal) throws IOException {
        if (refusal == null) {
            json.writeNumberField("error_code", 0);
        } else {
            refusals.writeMembers(json, refusal);
        }
    }

    private static byte[] written(Members members) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            json.writeStartObject();
            members.writeTo(json);
            json.writeEndObject();
        }
        return out.toByteArray();
    }

    /** The members of an object. */
    @FunctionalInterface
    private interface Members {
        void writeTo(JsonGenerator json) throws IOException;
    }
}
