package vn.dancu.bus.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.function.Function;
import java.util.function.Predicate;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.kernel.time.TimeBounds;
import vn.dancu.bus.message.MessageContext;

/** The JSON mapper of request bodies: it converts no value to another type and ignores no property. */
public final class StrictJson {

    private static final int MAX_NESTING_DEPTH = 20;
    private static final int MAX_NUMBER_LENGTH = 40;
    private static final String TEXT_RULE = "text without NUL and without half a surrogate pair";

    /** A time is a text with its offset: without one it means another moment elsewhere. */
    private static final BoundedTime<Instant> TIME = new BoundedTime<>(
            Instant.class,
            text -> OffsetDateTime.parse(text).toInstant(),
            TimeBounds::contain,
            "a time with its offset as yyyy-MM-ddTHH:mm:ssZ");

    private static final BoundedTime<LocalDate> DAY =
            new BoundedTime<>(LocalDate.class, LocalDate::parse, TimeBounds::contain, "a day as yyyy-MM-dd");

    public static final JsonMapper MAPPER = JsonMapper.builder(factory())
            .addModules(
                    new JavaTimeModule(),
                    new SimpleModule().addDeserializer(Instant.class, TIME).addDeserializer(LocalDate.class, DAY))
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                    LogicalType.Textual, texts -> texts.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .withCoercionConfigDefaults(all -> all.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
            .build();

    private static JsonFactory factory() {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_NESTING_DEPTH)
                        .maxNumberLength(MAX_NUMBER_LENGTH)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
    }

    /** Which rule of JSON, or of ours, the text breaks. */
    static BusException refusal(JsonProcessingException e) {
        String message = String.valueOf(e.getOriginalMessage());
        if (message.startsWith("Duplicate field")) {
            return new BusException(Refusal.of(ErrorCode.FIELD_DUPLICATED, "body", "each key once"), e);
        }
        return new BusException(MessageContext.refusal(e, "body"), e);
    }

    /** The escapes of JSON can hold what no database keeps: the character NUL and half a surrogate pair. */
    static void requireText(JsonNode node, String place) {
        if (node.isTextual() && !isText(node.textValue())) {
            throw BusException.of(ErrorCode.FIELD_INVALID, place.isEmpty() ? "body" : place, TEXT_RULE);
        }
        node.properties().forEach(member -> {
            if (!isText(member.getKey())) {
                throw BusException.of(ErrorCode.FIELD_INVALID, place.isEmpty() ? "body" : place, TEXT_RULE);
            }
            requireText(member.getValue(), place.isEmpty() ? member.getKey() : place + "." + member.getKey());
        });
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            requireText(node.get(i), place + "[" + i + "]");
        }
    }

    private static boolean isText(String text) {
        return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    /** Reads a text of one form, and of that only times that everybody can hold. */
    private static final class BoundedTime<T> extends StdScalarDeserializer<T> {

        private static final long serialVersionUID = 1L;

        private final transient Function<String, T> form;
        private final transient Predicate<T> bounds;
        private final String rule;

        BoundedTime(Class<T> type, Function<String, T> form, Predicate<T> bounds, String rule) {
            super(type);
            this.form = form;
            this.bounds = bounds;
            this.rule = rule + ", " + TimeBounds.RULE;
        }

        @Override
        @SuppressWarnings("unchecked")
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (T) context.handleUnexpectedToken(handledType(), parser);
            }
            try {
                T time = form.apply(parser.getText());
                if (bounds.test(time)) {
                    return time;
                }
            } catch (DateTimeException e) {
                // the same rule
            }
            throw new BrokenRuleException(parser, rule);
        }
    }

    /** A value that breaks a rule of ours; the message is the rule and holds no value. */
    static final class BrokenRuleException extends JsonMappingException {

        private static final long serialVersionUID = 1L;

        BrokenRuleException(JsonParser parser, String rule) {
            super(parser, rule);
        }
    }

    private StrictJson() {}
}
