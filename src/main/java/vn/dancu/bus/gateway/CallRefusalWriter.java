package vn.dancu.bus.gateway;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.http.JsonAnswer;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.ErrorTexts;

/** A refusal as the calls of the adapter door have it: {@code error_code} other than 0, and beside it what every door says. */
public final class CallRefusalWriter implements RefusalWriter {

    /** {@code error_code} of what was not done; published guides name 0 alone. */
    private static final int REFUSED = 1;

    private final JsonFactory factory = new JsonFactory();
    private final ErrorTexts texts;

    CallRefusalWriter(ErrorTexts texts) {
        this.texts = texts;
    }

    @Override
    public void write(HttpServletRequest request, HttpServletResponse response, Refusal refusal) {
        WholeAnswer.write(request, response, refusal.code().httpStatus(), JsonAnswer.JSON.toString(), body(refusal));
    }

    private byte[] body(Refusal refusal) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (JsonGenerator json = factory.createGenerator(body)) {
            json.writeStartObject();
            writeMembers(json, refusal);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("A document in memory cannot be written", e);
        }
        return body.toByteArray();
    }

    /** The members of a refusal, into an object that has begun. */
    public void writeMembers(JsonGenerator json, Refusal refusal) throws IOException {
        json.writeNumberField("error_code", REFUSED);
        json.writeStringField("code", refusal.code().code());
        json.writeStringField("message", texts.vietnamese(refusal.code()));
        json.writeStringField("messageEn", texts.english(refusal.code()));
        write(json, "field", refusal.field());
        write(json, "rule", refusal.rule());
        json.writeStringField("occurrence", refusal.occurrence().toString());
    }

    private static void write(JsonGenerator json, String name, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }
}
