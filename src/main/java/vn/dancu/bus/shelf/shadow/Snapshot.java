package vn.dancu.bus.shelf.shadow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Message;
import org.apache.camel.component.jms.JmsBinding;
import org.apache.camel.component.jms.JmsMessage;
import org.apache.camel.converter.stream.InputStreamCache;
import org.apache.camel.support.DefaultMessage;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.BusException;

/**
 * A message at one moment, so that it can be made again.
 *
 * @param body null for none, {@link #ELSEWHERE} for one that cannot be had twice
 * @param failure what was thrown, else what was handled last; null when nothing failed
 * @param isThrown whether it is not handled yet
 */
record Snapshot(
        @Nullable Object body,
        Map<String, Object> headers,
        Map<String, Object> properties,
        @Nullable Throwable failure,
        boolean isThrown) {

    /** Stands for a body that lies elsewhere: with a broker, in a file, or in something that changes. */
    static final Object ELSEWHERE = new Object();

    /** Packages of records that hold no files and nothing that changes. */
    private static final List<String> VALUES = List.of("vn.dancu.bus.inquiry.", "vn.dancu.bus.message.population.");

    private static final int MAX_BYTES = 1024 * 1024;

    static Snapshot of(Exchange exchange) {
        Throwable thrown = exchange.getException();
        Throwable failure =
                thrown != null ? thrown : exchange.getProperty(ExchangePropertyKey.EXCEPTION_CAUGHT, Throwable.class);
        Message message = exchange.getMessage();
        Map<String, Object> properties = new HashMap<>(exchange.getProperties());
        properties.remove(Recording.KEY);
        return new Snapshot(
                copied(message.getBody(), exchange), headers(message, exchange), properties, failure, thrown != null);
    }

    /** Asking a message of a queue for its headers would make it another when it is sent on. */
    private static Map<String, Object> headers(Message message, Exchange exchange) {
        if (!(message instanceof JmsMessage jms)) {
            return new HashMap<>(message.getHeaders());
        }
        JmsBinding binding = exchange.getProperty(Exchange.BINDING, JmsBinding.class);
        return binding == null || jms.getJmsMessage() == null
                ? Map.of()
                : new HashMap<>(binding.extractHeadersFromJms(jms.getJmsMessage(), exchange));
    }

    private static @Nullable Object copied(@Nullable Object body, Exchange exchange) {
        if (body instanceof InputStreamCache cache && cache.length() <= MAX_BYTES) {
            return cache.copy(exchange);
        }
        boolean isSmall = !(body instanceof byte[] bytes && bytes.length > MAX_BYTES)
                && !(body instanceof String text && text.length() > MAX_BYTES);
        boolean isFixed = body == null
                || body instanceof byte[]
                || body instanceof String
                || body instanceof Number
                || body instanceof Boolean
                || body instanceof Record
                        && VALUES.stream().anyMatch(body.getClass().getName()::startsWith);
        return isFixed && isSmall ? body : ELSEWHERE;
    }

    /** Makes the exchange as it was. */
    void begin(Exchange exchange) {
        properties.forEach(exchange::setProperty);
        message(exchange);
    }

    /** Does to another exchange what was done between an earlier moment and this one. */
    void repeat(Snapshot before, Exchange exchange) {
        before.properties.keySet().stream()
                .filter(key -> !properties.containsKey(key))
                .forEach(exchange::removeProperty);
        properties.forEach((key, value) -> {
            if (!Objects.equals(before.properties.get(key), value)) {
                exchange.setProperty(key, value);
            }
        });
        message(exchange);
        if (isThrown && failure != null) {
            exchange.setException(failure);
        }
    }

    private void message(Exchange exchange) {
        DefaultMessage message = new DefaultMessage(exchange);
        message.setBody(body instanceof InputStreamCache cache ? cache.copy(exchange) : body);
        message.setHeaders(new HashMap<>(headers));
        exchange.setMessage(message);
    }

    /** How it ended: {@code completed}, or the code of what failed. */
    String outcome() {
        if (failure == null) {
            return "completed";
        }
        String code = failure instanceof BusException known
                ? known.refusal().code().code()
                : failure.getClass().getSimpleName();
        return (isThrown ? "failed " : "handled ") + code;
    }
}
