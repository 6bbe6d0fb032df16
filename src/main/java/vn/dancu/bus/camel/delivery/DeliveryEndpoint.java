package vn.dancu.bus.camel.delivery;

import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.Consumer;
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

/** One channel of the outbox. */
public class DeliveryEndpoint extends DefaultEndpoint {

    private String channel = "";
    private @Nullable String destination;
    private @Nullable String onceHeader;
    private @Nullable String orderHeader;

    DeliveryEndpoint(String uri, Component component) {
        super(uri, component);
    }

    @Override
    public Producer createProducer() {
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

    @Nullable String destination() {
        return destination;
    }

    @Nullable String onceHeader() {
        return onceHeader;
    }

    @Nullable String orderHeader() {
        return orderHeader;
    }

    public void setChannel(String channel) {
        this.channel = channel;
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
