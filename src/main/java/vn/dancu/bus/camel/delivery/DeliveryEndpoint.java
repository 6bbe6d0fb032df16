package vn.dancu.bus.camel.delivery;

import java.util.Arrays;
import java.util.Objects;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.CamelContextHelper;
import org.apache.camel.support.DefaultEndpoint;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.delivery.ChannelSenders;
import vn.dancu.bus.delivery.ClaimChecks;
import vn.dancu.bus.delivery.DeliverySettings;
import vn.dancu.bus.delivery.Outbox;
import vn.dancu.bus.delivery.Receipts;

/** One channel of the outbox. */
public class DeliveryEndpoint extends DefaultEndpoint {

    /** What a step does. */
    public enum Operation {
        /** Puts the message into the outbox. */
        PUT("put"),
        /** Takes the receipt in the body. */
        TAKE_RECEIPT("takeReceipt"),
        /** Signs a receipt for the message. */
        SIGN_RECEIPT("signReceipt");

        private final String text;

        Operation(String text) {
            this.text = text;
        }

        static Operation of(String text) {
            return Arrays.stream(values())
                    .filter(one -> one.text.equals(text))
                    .findFirst()
                    .orElseThrow(() ->
                            new IllegalArgumentException("delivery: operation takes put, takeReceipt or signReceipt"));
        }
    }

    private String channel = "";
    private Operation operation = Operation.PUT;
    private @Nullable String destination;
    private @Nullable String onceHeader;
    private @Nullable String orderHeader;

    DeliveryEndpoint(String uri, Component component) {
        super(uri, component);
    }

    @Override
    public Producer createProducer() {
        if (operation != Operation.PUT) {
            return new ReceiptProducer(this, bean(Receipts.class));
        }
        return new DeliveryProducer(
                this,
                bean(Outbox.class),
                bean(ClaimChecks.class),
                new TransactionTemplate(bean(PlatformTransactionManager.class)),
                bean(DeliverySettings.class).maxInline().toBytes());
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        return new DeliveryConsumer(this, processor, bean(ChannelSenders.class), bean(ClaimChecks.class));
    }

    private <T> T bean(Class<T> type) {
        CamelContext camel = getCamelContext();
        return CamelContextHelper.mandatoryFindSingleByType(camel, type);
    }

    String channel() {
        return channel;
    }

    Operation operation() {
        return operation;
    }

    /** The destination of the exchange, else that of the endpoint, else the channel itself. */
    String destinationOf(Exchange exchange) {
        String own = exchange.getProperty(DeliveryHeaders.DESTINATION, String.class);
        return own != null ? own : Objects.requireNonNullElse(destination, channel);
    }

    @Nullable
    String onceHeader() {
        return onceHeader;
    }

    @Nullable
    String orderHeader() {
        return orderHeader;
    }

    public void setChannel(String channel) {
        this.channel = channel;
    }

    public void setOperation(Operation operation) {
        this.operation = operation;
    }

    public void setDestination(@Nullable String destination) {
        this.destination = destination;
    }

    public void setOnceHeader(@Nullable String onceHeader) {
        this.onceHeader = onceHeader;
    }

    public void setOrderHeader(@Nullable String orderHeader) {
        this.orderHeader = orderHeader;
    }
}
