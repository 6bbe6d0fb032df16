package vn.dancu.bus.message.population.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import vn.dancu.bus.message.grammar.FieldRefusals;
import vn.dancu.bus.message.population.BirthDate;
import vn.dancu.bus.message.population.CitizenStatus;
import vn.dancu.bus.message.population.field.FieldValues;
import vn.dancu.bus.message.population.field.RecordDescription;
import vn.dancu.bus.message.population.field.RecordField;

/** Reads a record from a JSON object. A property that is null is absent; one that the record does not have is refused. */
final class RecordJsonReader {

    private RecordJsonReader() {}

    static <R> R read(JsonNode object, String path, RecordDescription<R> description) {
        if (!object.isObject()) {
            throw FieldRefusals.invalid(path, "an object");
        }
        FieldValues<R> values = description.values();
        for (Map.Entry<String, JsonNode> property : object.properties()) {
            String name = property.getKey();
            RecordField<R, ?> field = description.ofProperty(name);
            if (field == null) {
                throw FieldRefusals.unknown(path, name, "a property of the answer");
            }
            if (!property.getValue().isNull()) {
                set(values, field, property.getValue(), FieldRefusals.join(path, name));
            }
        }
        return description.record(values);
    }

    private static <R> void set(FieldValues<R> values, RecordField<R, ?> field, JsonNode json, String path) {
        switch (field.kind()) {
            case TEXT -> values.set(field, text(json, path));
            case DATE -> values.set(field, BirthDate.parse(text(json, path)));
            case STATUS -> values.set(field, CitizenStatus.byCode(text(json, path)));
            case NAME -> {
                requireAll(json, path, field.nested());
                values.set(field, read(json, path, field.nested()));
            }
            case CODED, ADDRESS, PERSON, RECORD -> values.set(field, read(json, path, field.nested()));
            case RECORDS -> {
                if (!json.isArray()) {
                    throw FieldRefusals.invalid(path, "an array");
                }
                json.forEach(item -> values.add(field, read(item, path, field.nested())));
            }
        }
    }

    private static String text(JsonNode json, String path) {
        if (!json.isTextual()) {
            throw FieldRefusals.invalid(path, "a string");
        }
        return json.textValue();
    }

    // A part of a name that is empty is written as an empty text; none is left out.
    private static void requireAll(JsonNode object, String path, RecordDescription<?> description) {
        for (RecordField<?, ?> field : description.fields()) {
            if (!object.hasNonNull(field.property().getValue())) {
                String name = field.property().getValue();
                throw FieldRefusals.missing(FieldRefusals.join(path, name), name + " is required");
            }
        }
    }
}
