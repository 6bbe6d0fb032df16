package vn.dancu.bus.audit.relay;

import java.util.Properties;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.kafka.DefaultKafkaClientFactory;
import org.apache.camel.component.kafka.KafkaConfiguration;
import org.apache.camel.component.kafka.KafkaEndpoint;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.audit.AuditSettings;

/**
 * The route of audit events, from the relay to the channel {@code audit-events}. It runs only on the instance that leads.
 *
 * <p>Address, topic and tuning are settings. What keeps the order and loses nothing is set here, whatever the channel says.
 */
final class EventRoutes extends RouteBuilder {

    static final String ROUTE_ID = "audit-events";
    /** With a dot, which no route file can write. */
    static final String ENTRY = "direct:bus.audit-events";

    private final AuditSettings settings;
    private volatile @Nullable EventProducer producer;

    EventRoutes(AuditSettings settings) {
        this.settings = settings;
    }

    @Override
    public void configure() {
        KafkaEndpoint topic = endpoint("{{dancu.channel.audit-events}}", KafkaEndpoint.class);
        topic.setKafkaClientFactory(new RelayClients());
        KafkaConfiguration kafka = topic.getConfiguration();
        kafka.setSynchronous(true);
        kafka.setUseIterator(true);
        kafka.setBatchWithIndividualHeaders(false);
        kafka.setRecordMetadata(false);
        kafka.setKeySerializer(ByteArraySerializer.class.getName());
        kafka.setValueSerializer(ByteArraySerializer.class.getName());
        // The relay begins again from its position; a retry in the route would send out of order.
        errorHandler(noErrorHandler());
        from(ENTRY)
                .routeId(ROUTE_ID)
                .description("Sự kiện kiểm toán, theo thứ tự, đến Kafka; chỉ chạy ở bản dẫn đầu."
                        + " Audit events, in order, to Kafka; runs only on the instance that leads.")
                .autoStartup(false)
                .to(topic);
    }

    /** Ends a send that waits for Kafka. */
    void abandon() {
        EventProducer abandoned = producer;
        if (abandoned != null) {
            abandoned.close();
        }
    }

    /** Of this channel only: every other Kafka channel may lose a producer's order. */
    private final class RelayClients extends DefaultKafkaClientFactory {

        @Override
        public Producer<byte[], byte[]> getProducer(Properties channel) {
            EventProducer made = new EventProducer(EventTopic.producerProperties(channel, settings));
            producer = made;
            return made;
        }

        @Override
        public String getBrokers(KafkaConfiguration channel) {
            return settings.bootstrapServers();
        }
    }
}
