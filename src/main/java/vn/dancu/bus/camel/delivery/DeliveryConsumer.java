package vn.dancu.bus.camel.delivery;

import java.io.IOException;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.delivery.Attempt;
import vn.dancu.bus.delivery.ChannelSenders;
import vn.dancu.bus.delivery.ClaimChecks;
import vn.dancu.bus.delivery.MessageContent;
import vn.dancu.bus.delivery.MessageSender;
import vn.dancu.bus.delivery.SendFailure;

/** Gives each attempt to the route, in the thread of the outbox: the route's success is the delivery. */
final class DeliveryConsumer extends DefaultConsumer implements MessageSender {

    private final String channel;
    private final ChannelSenders senders;
    private final ClaimChecks checks;
    private ChannelSenders.@Nullable Connection connection;

    DeliveryConsumer(DeliveryEndpoint endpoint, Processor processor, ChannelSenders senders, ClaimChecks checks) {
        super(endpoint, processor);
        this.channel = endpoint.channel();
        this.senders = senders;
        this.checks = checks;
    }

    @Override
    protected void doStart() {
        connection = senders.connect(channel, this);
    }

    @Override
    protected void doStop() {
        ChannelSenders.Connection connected = connection;
        connection = null;
        if (connected != null) {
            connected.close();
        }
    }

    @Override
    public @Nullable String send(Attempt attempt) throws SendFailure {
        Exchange exchange = createExchange(false);
        try (ClaimBody body = body(attempt)) {
            fill(exchange.getMessage(), attempt, body);
            exchange.setProperty(DeliveryHeaders.LAST_ERROR, attempt.lastError());
            getProcessor().process(exchange);
        } catch (Exception e) {
            exchange.setException(e);
        }
        try {
            Exception failure = exchange.getException();
            if (failure != null || exchange.isRollbackOnly()) {
                throw FailureKind.of(failure);
            }
            return exchange.getMessage().getHeader(DeliveryHeaders.RECEIPT, String.class);
        } finally {
            releaseExchange(exchange, false);
        }
    }

    private @Nullable ClaimBody body(Attempt attempt) throws IOException {
        return attempt.content() instanceof MessageContent.Stored stored ? new ClaimBody(checks, stored.check()) : null;
    }

    private static void fill(Message message, Attempt attempt, @Nullable ClaimBody body) {
        attempt.headers().forEach(message::setHeader);
        message.setHeader(DeliveryHeaders.ID, attempt.id().toString());
        message.setHeader(DeliveryHeaders.CHANNEL, attempt.channel());
        message.setHeader(DeliveryHeaders.DESTINATION, attempt.destination());
        message.setHeader(DeliveryHeaders.ATTEMPT, attempt.number());
        message.setHeader(DeliveryHeaders.SHA256, attempt.sha256());
        message.setHeader(Exchange.CONTENT_TYPE, attempt.contentType());
        if (attempt.partner() != null) {
            message.setHeader(DeliveryHeaders.PARTNER, attempt.partner().value());
        }
        if (attempt.orderKey() != null) {
            message.setHeader(DeliveryHeaders.ORDER_KEY, attempt.orderKey());
        }
        message.setBody(attempt.content() instanceof MessageContent.Bytes inline ? inline.bytes() : body);
    }
}
