package vn.dancu.bus.message.population.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.grammar.FieldRefusals;

/** The properties of one object of an answer, each read by its name and type; {@link #done} finds those that nobody read. */
final class ObjectProperties {

    private final JsonNode object;
    private final String path;
    private final Set<String> read = new HashSet<>();

    private ObjectProperties(JsonNode object, String path) {
        if (!object.isObject()) {
            throw FieldRefusals.invalid(path, "an object");
        }
        this.object = object;
        this.path = path;
    }

    /** Reads an object and refuses what is left of it. */
    static <T> T read(JsonNode object, String path, Function<ObjectProperties, T> reading) {
        ObjectProperties properties = new ObjectProperties(object, path);
        T value = reading.apply(properties);
        properties.done();
        return value;
    }

    @Nullable
    String text(String name) {
        JsonNode value = value(name);
        if (value != null && !value.isTextual()) {
            throw FieldRefusals.invalid(here(name), "a string");
        }
        return value == null ? null : value.textValue();
    }

    String requiredText(String name) {
        String text = text(name);
        if (text == null) {
            throw FieldRefusals.missing(here(name), name + " is required");
        }
        return text;
    }

    boolean requiredBoolean(String name) {
        JsonNode value = value(name);
        if (value == null || !value.isBoolean()) {
            throw FieldRefusals.invalid(here(name), "true or false");
        }
        return value.booleanValue();
    }

    int requiredCount(String name) {
        JsonNode value = value(name);
        if (value == null || !value.canConvertToInt() || !value.isIntegralNumber()) {
            throw FieldRefusals.invalid(here(name), "a whole number");
        }
        return value.intValue();
    }

    <T> @Nullable T object(String name, Function<ObjectProperties, T> reading) {
        JsonNode value = value(name);
        return value == null ? null : read(value, here(name), reading);
    }

    <T> List<T> array(String name, Function<ObjectProperties, T> reading) {
        JsonNode value = value(name);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray()) {
            throw FieldRefusals.invalid(here(name), "an array");
        }
        List<T> items = new ArrayList<>();
        for (JsonNode item : value) {
            items.add(read(item, here(name), reading));
        }
        return items;
    }

    /** The names not read so far, for an object whose names are data. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        for (Iterator<String> all = object.fieldNames(); all.hasNext(); ) {
            names.add(all.next());
        }
        return names;
    }

    private @Nullable JsonNode value(String name) {
        read.add(name);
        JsonNode value = object.get(name);
        return value == null || value.isNull() ? null : value;
    }

    private void done() {
        for (String name : names()) {
            if (!read.contains(name)) {
                throw FieldRefusals.unknown(path, name, "a property of the answer");
            }
        }
    }

    private String here(String name) {
        return FieldRefusals.join(path, name);
    }
}
