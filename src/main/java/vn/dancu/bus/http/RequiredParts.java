package vn.dancu.bus.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;

/** Whether a JSON object has every part that a record needs; the record's own types say which may be absent. */
final class RequiredParts {

    static void check(JsonNode tree, Class<? extends Record> type) {
        object(tree, type, "");
    }

    private static void object(JsonNode tree, Class<?> type, String place) {
        for (RecordComponent component : type.getRecordComponents()) {
            String path = place + component.getName();
            JsonNode value = tree.get(component.getName());
            if (value != null && !value.isNull()) {
                value(value, component.getAnnotatedType(), path);
            } else if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                throw BusException.of(ErrorCode.FIELD_MISSING, path, "present and not null");
            }
        }
    }

    private static void value(JsonNode value, AnnotatedType type, String path) {
        if (type.getType() instanceof Class<?> plain) {
            if (plain.isRecord() && value.isObject()) {
                object(value, plain, path + ".");
            }
        } else if (isList(type) && value.isArray()) {
            AnnotatedType element = ((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()[0];
            for (int i = 0; i < value.size(); i++) {
                element(value.get(i), element, path + "[" + i + "]");
            }
        }
    }

    private static void element(JsonNode value, AnnotatedType type, String path) {
        if (value.isNull()) {
            throw BusException.of(ErrorCode.FIELD_INVALID, path, "not null");
        }
        value(value, type, path);
    }

    private static boolean isList(AnnotatedType type) {
        return type.getType() instanceof ParameterizedType parameterized
                && parameterized.getRawType() instanceof Class<?> raw
                && Collection.class.isAssignableFrom(raw);
    }

    private RequiredParts() {}
}
