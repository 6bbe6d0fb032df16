package vn.dancu.bus.message.population.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.message.population.Answer;
import vn.dancu.bus.message.population.CitizenFields;
import vn.dancu.bus.message.population.Household;

/** The JSON of an answer. */
final class AnswerJsonWriter {

    private AnswerJsonWriter() {}

    static void write(JsonGenerator json, Answer answer) throws IOException {
        json.writeStartObject();
        json.writeStringField("maYeuCau", answer.requestId());
        json.writeStringField("trangThai", answer.status().code());
        json.writeStringField("thoiDiemDuLieu", answer.dataTime().toString());
        writeContent(json, answer);
        json.writeEndObject();
    }

    private static void writeContent(JsonGenerator json, Answer answer) throws IOException {
        if (answer instanceof Answer.OfCitizen found) {
            json.writeNumberField("soCongDan", found.citizen() == null ? 0 : 1);
            json.writeArrayFieldStart("congDan");
            if (found.citizen() != null) {
                RecordJsonWriter.write(json, CitizenFields.CITIZEN, found.citizen());
            }
            json.writeEndArray();
        } else if (answer instanceof Answer.OfHousehold found && found.household() != null) {
            json.writeFieldName("hoGiaDinh");
            RecordJsonWriter.write(json, Household.FIELDS, found.household());
        } else if (answer instanceof Answer.OfExistence found) {
            json.writeBooleanField("tonTai", found.exists());
        } else if (answer instanceof Answer.OfClaims found) {
            json.writeBooleanField("tonTai", found.exists());
            json.writeObjectFieldStart("trungKhop");
            for (Map.Entry<FieldPath, Boolean> agrees : found.agrees().entrySet()) {
                json.writeBooleanField(agrees.getKey().value(), agrees.getValue());
            }
            json.writeEndObject();
        }
    }
}
