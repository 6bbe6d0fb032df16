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

/**
 * A topic of events and how it is written.
 *
 * @param channel the channel that leads to it, which is the id of its route too
 * @param description of the route, for operators
 * @param name of the topic
 * @param partitions used when the topic does not exist yet
 * @param kafka the brokers
 */
public record EventTopic(String channel, String description, String name, int partitions, AuditSettings kafka) {

    /** Creates the topic where it is missing. */
    void create() throws RelayFailure {
        Map<String, Object> properties = new HashMap<>(kafka.kafka());
        properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
        properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
        properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        NewTopic topic = new NewTopic(name, Optional.of(partitions), Optional.ofNullable(kafka.topicReplication()));
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
    Map<String, Object> producerProperties(Properties channel) {
        Map<String, Object> properties = new HashMap<>();
        channel.forEach((key, value) -> properties.put(key.toString(), value));
        properties.putAll(kafka.kafka());
        properties.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.RETRIES_CONFIG, Integer.MAX_VALUE);
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        return properties;
    }
}
