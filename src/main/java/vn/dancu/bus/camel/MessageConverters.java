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
import vn.dancu.bus.message.Message;

/**
 * A {@link Message} as bytes, text or stream, on the wire that its exchange came on, and as JSON. There is no converter
 * the other way: reading takes a family, and Camel would wrap its refusal. {@code unmarshal} reads.
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
