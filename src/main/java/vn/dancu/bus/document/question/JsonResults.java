package vn.dancu.bus.document.question;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.inquiry.AnswerEncoder;
import vn.dancu.bus.inquiry.InquiryReply;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.population.PopulationJson;

/** An array with an object for each question: its place, its MaYeuCau, and the answer or the problem as at the REST door. */
final class JsonResults implements ResultFormat {

    private static final JsonFactory JSON = new JsonFactory();

    private final PopulationJson json;

    JsonResults(PopulationJson json) {
        this.json = json;
    }

    @Override
    public byte[] head() {
        return bytes("[");
    }

    @Override
    public byte[] tail() {
        return bytes("\n]\n");
    }

    @Override
    public AnswerEncoder encoder() {
        return AnswerEncoder.of(json::write);
    }

    @Override
    public byte[] item(ListedQuestion.Asked question, InquiryReply reply) {
        if (reply instanceof InquiryReply.Answered answered) {
            String event = answered.event().toString();
            return item(question.number(), question.requestId(), event, "traLoi", answered.body());
        }
        return item(question.number(), question.requestId(), ((InquiryReply.Refused) reply).refusal());
    }

    @Override
    public byte[] item(int number, @Nullable String requestId, Refusal refusal) {
        return item(number, requestId, null, "loi", json.write(refusal));
    }

    private static byte[] item(
            int number, @Nullable String requestId, @Nullable String event, String name, byte[] document) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(document.length + 160);
        out.writeBytes(bytes(number == 1 ? "\n" : ",\n"));
        try (JsonGenerator written = JSON.createGenerator(out)) {
            written.writeStartObject();
            written.writeNumberField("stt", number);
            if (requestId != null) {
                written.writeStringField("maYeuCau", requestId);
            }
            if (event != null) {
                written.writeStringField("maSuKien", event);
            }
            written.writeFieldName(name);
            written.writeRawValue(new String(document, StandardCharsets.UTF_8));
            written.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("A result in memory cannot be written", e);
        }
        return out.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
