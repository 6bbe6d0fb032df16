package vn.dancu.bus.camel.delivery;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultProducer;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.delivery.ClaimChecks;
import vn.dancu.bus.delivery.MessageContent;
import vn.dancu.bus.delivery.OutboundMessage;
import vn.dancu.bus.delivery.Outbox;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;

/**
 * Puts the message of the exchange into the outbox. When the step has ended the message is durable. Headers that begin with
 * {@code Route} or {@code DanCu} go along, those of the bus and the broker do not.
 */
final class DeliveryProducer extends DefaultProducer {

    /** The largest body of a route. */
    private static final long MAX_BYTES = 1L << 30;

    private static final String MESSAGE_ID = "JMSMessageID";
    private static final String DEFAULT_TYPE = "application/octet-stream";

    private final DeliveryEndpoint endpoint;
    private final Outbox outbox;
    private final ClaimChecks checks;
    private final TransactionTemplate transaction;
    private final long maxInline;

    DeliveryProducer(
            DeliveryEndpoint endpoint,
            Outbox outbox,
            ClaimChecks checks,
            TransactionTemplate transaction,
            long maxInline) {
        super(endpoint);
        this.endpoint = endpoint;
        this.outbox = outbox;
        this.checks = checks;
        this.transaction = transaction;
        this.maxInline = maxInline;
    }

    @Override
    public void process(Exchange exchange) {
        OutboundMessage message = message(exchange);
        UUID id = transaction.execute(status -> outbox.put(message));
        exchange.setProperty(DeliveryHeaders.ID, String.valueOf(id));
    }

    private OutboundMessage message(Exchange exchange) {
        Message message = exchange.getMessage();
        String partner = property(exchange, DeliveryHeaders.PARTNER);
        return new OutboundMessage(
                endpoint.channel(),
                endpoint.destinationOf(exchange),
                partner == null ? null : new PartnerId(partner),
                onceKey(exchange),
                named(message, endpoint.orderHeader())
                        .or(() -> Optional.ofNullable(property(exchange, DeliveryHeaders.ORDER_KEY)))
                        .orElse(null),
                headers(message),
                message.getHeader(Exchange.CONTENT_TYPE, DEFAULT_TYPE, String.class),
                content(message),
                null);
    }

    /** Without any name the message is one of its own, however often the route runs. */
    private String onceKey(Exchange exchange) {
        return named(exchange.getMessage(), endpoint.onceHeader())
                .or(() -> Optional.ofNullable(property(exchange, DeliveryHeaders.ONCE_KEY)))
                .or(() -> Optional.ofNullable(exchange.getMessage().getHeader(MESSAGE_ID, String.class)))
                .orElseGet(() -> UUID.randomUUID().toString());
    }

    private static Optional<String> named(Message message, @Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        String value = message.getHeader(header, String.class);
        if (value == null || value.isBlank()) {
            throw BusException.of(ErrorCode.HEADER_INVALID, header, "names the message; it must be there");
        }
        return Optional.of(value);
    }

    private static @Nullable String property(Exchange exchange, String name) {
        return exchange.getProperty(name, String.class);
    }

    private static Map<String, String> headers(Message message) {
        Map<String, String> kept = new HashMap<>();
        message.getHeaders().forEach((name, value) -> {
            boolean ours = name.startsWith("Route") || name.startsWith("DanCu") && !name.startsWith("DanCuDelivery");
            if (ours && value != null) {
                kept.put(name, value.toString());
            }
        });
        return kept;
    }

    private MessageContent content(Message message) {
        InputStream body = message.getBody(InputStream.class);
        if (body == null) {
            return MessageContent.of(new byte[0]);
        }
        try (InputStream in = body) {
            byte[] head = in.readNBytes((int) maxInline + 1);
            return head.length <= maxInline
                    ? MessageContent.of(head)
                    : MessageContent.of(
                            checks.store(new SequenceInputStream(new ByteArrayInputStream(head), in), MAX_BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
