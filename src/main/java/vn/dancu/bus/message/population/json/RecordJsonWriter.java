package vn.dancu.bus.message.population.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import vn.dancu.bus.message.population.BirthDate;
import vn.dancu.bus.message.population.CitizenStatus;
import vn.dancu.bus.message.population.field.FieldValues;
import vn.dancu.bus.message.population.field.RecordDescription;
import vn.dancu.bus.message.population.field.RecordField;

/** A record as a JSON object. What is not released is absent. */
final class RecordJsonWriter {

    private RecordJsonWriter() {}

    static <R> void write(JsonGenerator json, RecordDescription<R> description, R record) throws IOException {
        FieldValues<R> values = description.values(record);
        json.writeStartObject();
        for (RecordField<R, ?> field : description.fields()) {
            writeField(json, field, values);
        }
        json.writeEndObject();
    }

    private static <R, V> void writeField(JsonGenerator json, RecordField<R, V> field, FieldValues<R> values)
            throws IOException {
        V value = values.get(field);
        if (value == null) {
            return;
        }
        json.writeFieldName(field.property());
        switch (field.kind()) {
            case TEXT -> json.writeString((String) value);
            case DATE -> json.writeString(((BirthDate) value).iso());
            case STATUS -> json.writeString(((CitizenStatus) value).code());
            case CODED, NAME, ADDRESS, PERSON, RECORD -> write(json, field.nested(), value);
            case RECORDS -> {
                json.writeStartArray();
                for (V item : values.all(field)) {
                    write(json, field.nested(), item);
                }
                json.writeEndArray();
            }
        }
    }
}
