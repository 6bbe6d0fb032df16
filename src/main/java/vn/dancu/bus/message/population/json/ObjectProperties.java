package vn.dancu.bus.message.population.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.message.grammar.FieldRefusals;
import vn.dancu.bus.message.population.field.RecordDescription;

/** The properties of an answer, each read by its name and type; {@link #requireNoOther} refuses those that nobody read. */
final class ObjectProperties {

    private final JsonNode object;
    private final Set<String> read = new HashSet<>();

    ObjectProperties(JsonNode object) {
        if (!object.isObject()) {
            throw FieldRefusals.invalid("", "an object");
        }
        this.object = object;
    }

    String requiredText(String name) {
        JsonNode value = value(name);
        if (value == null) {
            throw FieldRefusals.missing(name, name + " is required");
        }
        if (!value.isTextual()) {
            throw FieldRefusals.invalid(name, "a string");
        }
        return value.textValue();
    }

    boolean requiredBoolean(String name) {
        return truth(value(name), name);
    }

    int requiredCount(String name) {
        JsonNode value = value(name);
        if (value == null || !value.canConvertToInt() || !value.isIntegralNumber()) {
            throw FieldRefusals.invalid(name, "a whole number");
        }
        return value.intValue();
    }

    /** An object whose names are fields and whose values are true or false; empty where it is absent. */
    Map<FieldPath, Boolean> verdicts(String name) {
        Map<FieldPath, Boolean> verdicts = new TreeMap<>();
        JsonNode value = value(name);
        if (value != null && !value.isObject()) {
            throw FieldRefusals.invalid(name, "an object");
        }
        if (value != null) {
            value.properties()
                    .forEach(verdict -> verdicts.put(
                            FieldPath.of(verdict.getKey()),
                            truth(verdict.getValue(), FieldRefusals.join(name, verdict.getKey()))));
        }
        return verdicts;
    }

    <R> @Nullable R record(String name, RecordDescription<R> description) {
        JsonNode value = value(name);
        return value == null ? null : RecordJsonReader.read(value, name, description);
    }

    <R> List<R> records(String name, RecordDescription<R> description) {
        JsonNode value = value(name);
        if (value != null && !value.isArray()) {
            throw FieldRefusals.invalid(name, "an array");
        }
        List<R> records = new ArrayList<>();
        if (value != null) {
            value.forEach(item -> records.add(RecordJsonReader.read(item, name, description)));
        }
        return records;
    }

    void requireNoOther() {
        object.fieldNames().forEachRemaining(name -> {
            if (!read.contains(name)) {
                throw FieldRefusals.unknown("", name, "a property of the answer");
            }
        });
    }

    private @Nullable JsonNode value(String name) {
        read.add(name);
        JsonNode value = object.get(name);
        return value == null || value.isNull() ? null : value;
    }

    private static boolean truth(@Nullable JsonNode value, String path) {
        if (value == null || !value.isBoolean()) {
            throw FieldRefusals.invalid(path, "true or false");
        }
        return value.booleanValue();
    }
}
