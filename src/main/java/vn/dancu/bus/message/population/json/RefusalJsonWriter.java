package vn.dancu.bus.message.population.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.ErrorTexts;

/** A refusal as {@code problem+json} (RFC 9457): Vietnamese first, English beside it. */
final class RefusalJsonWriter {

    private static final String TYPE_PREFIX = "urn:dancu:error:";

    private RefusalJsonWriter() {}

    static void write(JsonGenerator json, Refusal refusal, ErrorTexts texts) throws IOException {
        String vietnamese = texts.vietnamese(refusal.code());
        String english = texts.english(refusal.code());
        json.writeStartObject();
        json.writeStringField("type", TYPE_PREFIX + refusal.code().code());
        json.writeStringField("title", vietnamese);
        json.writeNumberField("status", refusal.code().httpStatus());
        json.writeStringField("detail", detail(vietnamese, "Trường", "Quy tắc", refusal));
        json.writeStringField("detailEn", detail(english, "Field", "Rule", refusal));
        json.writeStringField("code", refusal.code().code());
        write(json, "field", refusal.field());
        write(json, "rule", refusal.rule());
        json.writeStringField("occurrence", refusal.occurrence().toString());
        json.writeEndObject();
    }

    private static String detail(String text, String field, String rule, Refusal refusal) {
        StringBuilder detail = new StringBuilder(text);
        if (refusal.field() != null) {
            detail.append(' ')
                    .append(field)
                    .append(": ")
                    .append(refusal.field())
                    .append('.');
        }
        if (refusal.rule() != null) {
            detail.append(' ').append(rule).append(": ").append(refusal.rule()).append('.');
        }
        return detail.toString();
    }

    private static void write(JsonGenerator json, String name, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }
}
