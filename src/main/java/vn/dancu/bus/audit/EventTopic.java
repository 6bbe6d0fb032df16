package vn.dancu.bus.audit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClient;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The topic of audit events, written in order. After any failure it is closed and another one is opened. */
final class EventTopic implements AutoCloseable {

    private static final Duration GLANCE = Duration.ofMillis(500);

    private final String topic;
    private final Producer<byte[], byte[]> producer;

    private EventTopic(String topic, Producer<byte[], byte[]> producer) {
        this.topic = topic;
        this.producer = producer;
    }

    /** Opens the topic and creates it where it is missing. */
    static EventTopic open(AuditSettings settings) throws RelayFailure {
        create(settings);
        try {
            ByteArraySerializer bytes = new ByteArraySerializer();
            return new EventTopic(settings.topic(), new KafkaProducer<>(properties(settings), bytes, bytes));
        } catch (KafkaException e) {
            throw new RelayFailure("The Kafka producer could not be made", e);
        }
    }

    /**
     * Sends the events and returns when Kafka has acknowledged all of them. While Kafka is away it waits.
     *
     * @param wanted asked from time to time while waiting; false gives up
     */
    void send(List<JdbcRelay.Outgoing> events, BooleanSupplier wanted) throws RelayFailure {
        List<Future<RecordMetadata>> acknowledgements = new ArrayList<>(events.size());
        try {
            for (JdbcRelay.Outgoing event : events) {
                Future<RecordMetadata> acknowledgement =
                        producer.send(new ProducerRecord<>(topic, event.key(), event.event()));
                acknowledgements.add(acknowledgement);
                // One that failed at once, for want of metadata, must not be overtaken by those after it.
                if (acknowledgement.isDone()) {
                    await(acknowledgement, wanted);
                }
            }
        } catch (KafkaException e) {
            throw new RelayFailure("An event could not be sent", e);
        }
        for (Future<RecordMetadata> acknowledgement : acknowledgements) {
            await(acknowledgement, wanted);
        }
    }

    /** Drops what was not sent; it will be read again. */
    @Override
    public void close() {
        // Closing waits for the producer's thread, which an interrupted thread could not.
        boolean interrupted = Thread.interrupted();
        try {
            producer.close(Duration.ZERO);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void await(Future<RecordMetadata> acknowledgement, BooleanSupplier wanted) throws RelayFailure {
        while (true) {
            try {
                acknowledgement.get(GLANCE.toMillis(), TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException e) {
                if (!wanted.getAsBoolean()) {
                    throw new RelayFailure("Events were not acknowledged while this instance could relay", e);
                }
            } catch (ExecutionException e) {
                throw new RelayFailure("An event was not acknowledged", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new RelayFailure("The relay was interrupted", e);
            }
        }
    }

    private static void create(AuditSettings settings) throws RelayFailure {
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
    private static Map<String, Object> properties(AuditSettings settings) {
        Map<String, Object> properties = new HashMap<>();
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 2);
        properties.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        properties.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 2_000);
        properties.put(ProducerConfig.RETRY_BACKOFF_MAX_MS_CONFIG, 2_000);
        properties.putAll(settings.kafka());
        properties.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.RETRIES_CONFIG, Integer.MAX_VALUE);
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        return properties;
    }
}
