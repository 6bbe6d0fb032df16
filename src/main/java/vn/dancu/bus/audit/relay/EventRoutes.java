package vn.dancu.bus.audit.relay;

import java.util.Properties;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.kafka.DefaultKafkaClientFactory;
import org.apache.camel.component.kafka.KafkaConfiguration;
import org.apache.camel.component.kafka.KafkaEndpoint;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * The route of the events of a topic, from the relay to the topic's channel. It runs only on the instance that leads.
 *
 * <p>Address, topic and tuning are settings. What keeps the order and loses nothing is set here, whatever the channel says.
 */
final class EventRoutes extends RouteBuilder {

    private final EventTopic topic;
    private volatile @Nullable EventProducer producer;

    EventRoutes(EventTopic topic) {
        this.topic = topic;
    }

    EventTopic topic() {
        return topic;
    }

    /** With a dot, which no route file can write. */
    String entry() {
        return "direct:bus." + topic.channel();
    }

    @Override
    public void configure() {
        KafkaEndpoint target = endpoint("{{dancu.channel." + topic.channel() + "}}", KafkaEndpoint.class);
        target.setKafkaClientFactory(new RelayClients());
        KafkaConfiguration kafka = target.getConfiguration();
        kafka.setSynchronous(true);
        kafka.setUseIterator(true);
        kafka.setBatchWithIndividualHeaders(false);
        kafka.setRecordMetadata(false);
        kafka.setKeySerializer(ByteArraySerializer.class.getName());
        kafka.setValueSerializer(ByteArraySerializer.class.getName());
        // The relay begins again from its position; a retry in the route would send out of order.
        errorHandler(noErrorHandler());
        from(entry())
                .routeId(topic.channel())
                .description(topic.description())
                .autoStartup(false)
                .to(target);
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
            EventProducer made = new EventProducer(topic.producerProperties(channel));
            producer = made;
            return made;
        }

        @Override
        public String getBrokers(KafkaConfiguration channel) {
            return topic.kafka().bootstrapServers();
        }
    }
}
