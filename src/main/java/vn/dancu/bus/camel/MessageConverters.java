package vn.dancu.bus.camel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.camel.Exchange;
import org.apache.camel.spi.TypeConverterLoader;
import org.apache.camel.spi.TypeConverterRegistry;
import org.apache.camel.support.SimpleTypeConverter;
import org.apache.camel.support.TypeConverterSupport;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.Message;
import vn.dancu.bus.message.typed.TypedElement;

/**
 * A {@link Message} as bytes, text or stream, on the wire that its exchange came on, as JSON, and as an object of its family's
 * classes, which is a message again. No converter reads: reading takes a family, and Camel would wrap its refusal. {@code
 * unmarshal} reads.
 */
public final class MessageConverters implements TypeConverterLoader {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @Override
    public void load(TypeConverterRegistry registry) {
        add(registry, byte[].class, (type, exchange, message) -> bytes(exchange, (Message) message));
        add(
                registry,
                InputStream.class,
                (type, exchange, message) -> new ByteArrayInputStream(bytes(exchange, (Message) message)));
        add(
                registry,
                String.class,
                (type, exchange, message) -> new String(bytes(exchange, (Message) message), StandardCharsets.UTF_8));
        add(
                registry,
                JsonNode.class,
                (type, exchange, message) -> MAPPER.readTree(bytes(exchange, (Message) message, MessageLibrary.JSON)));
        registry.addFallbackTypeConverter(new ToObject(), false);
        registry.addTypeConverter(
                Message.class,
                TypedElement.class,
                new SimpleTypeConverter(false, (type, exchange, typed) -> MessageLibrary.of(exchange.getContext())
                        .messages()
                        .message(typed)));
    }

    /** To every class of every family; a converter is of one. */
    private static final class ToObject extends TypeConverterSupport {
        @Override
        public <T> @Nullable T convertTo(Class<T> type, @Nullable Exchange exchange, Object value) {
            return value instanceof Message message && TypedElement.class.isAssignableFrom(type)
                    ? message.as(type)
                    : null;
        }
    }

    private static void add(TypeConverterRegistry registry, Class<?> to, SimpleTypeConverter.ConversionMethod method) {
        registry.addTypeConverter(to, Message.class, new SimpleTypeConverter(false, method));
    }

    private static byte[] bytes(Exchange exchange, Message message) {
        return bytes(exchange, message, MessageLibrary.format(exchange));
    }

    private static byte[] bytes(Exchange exchange, Message message, String format) {
        MessageLibrary library = MessageLibrary.of(exchange.getContext());
        return library.format(format, message.version()).write(message);
    }
}
