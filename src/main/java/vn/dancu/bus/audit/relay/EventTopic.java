package vn.dancu.bus.audit.relay;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClient;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicExistsException;
import vn.dancu.bus.audit.AuditSettings;

/** The topic of audit events and how it is written. */
final class EventTopic {

    private EventTopic() {}

    /** Creates the topic where it is missing. */
    static void create(AuditSettings settings) throws RelayFailure {
        Map<String, Object> properties = new HashMap<>(settings.kafka());
        properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
        properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        NewTopic topic = new NewTopic(
                settings.topic(),
                Optional.of(settings.topicPartitions()),
                Optional.ofNullable(settings.topicReplication()));
        try (AdminClient admin = AdminClient.create(properties)) {
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new RelayFailure("The topic could not be created", e.getCause());
            }
        } catch (KafkaException e) {
            throw new RelayFailure("Kafka could not be reached", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RelayFailure("The relay was interrupted", e);
        }
    }

    /**
     * The producer never gives an event up by itself: were one dropped and a later one sent, the order would be lost. The
     * relay gives up for all at once by closing it.
     */
    static Map<String, Object> producerProperties(Properties channel, AuditSettings settings) {
        Map<String, Object> properties = new HashMap<>();
        channel.forEach((name, value) -> properties.put(name.toString(), value));
        properties.putAll(settings.kafka());
        properties.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.RETRIES_CONFIG, Integer.MAX_VALUE);
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        return properties;
    }
}
