package vn.dancu.bus.enrichment.intake;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes to the topic of its partner, and reads the answers. */
final class TopicWay implements WayIn, AutoCloseable {

    private static final int LOOKS = 40;

    private final String brokers;
    private final KafkaProducer<String, byte[]> producer;

    TopicWay(int port) {
        this.brokers = "127.0.0.1:" + port;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", brokers), new StringSerializer(), new ByteArraySerializer());
    }

    @Override
    public Answer deliver(DeliveryCase delivery, byte[] manifest) throws IOException {
        String key = UUID.randomUUID().toString();
        ProducerRecord<String, byte[]> sent =
                new ProducerRecord<>("dancu.enrichment." + delivery.partner(), key, delivery.file());
        sent.headers().add("DanCuManifest", manifest);
        producer.send(sent);
        producer.flush();
        return FolderWay.answer(answer("dancu.enrichment-answers." + delivery.partner(), key));
    }

    private byte[] answer(String topic, String key) {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", brokers, "allow.auto.create.topics", "false"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            for (int look = 0; look < LOOKS; look++) {
                List<TopicPartition> partitions =
                        consumer.listTopics().getOrDefault(topic, List.of()).stream()
                                .map(info -> new TopicPartition(topic, info.partition()))
                                .toList();
                if (!consumer.assignment().containsAll(partitions) || look == 0) {
                    consumer.assign(partitions);
                    consumer.seekToBeginning(partitions);
                }
                if (partitions.isEmpty()) {
                    java.util.concurrent.locks.LockSupport.parkNanos(Duration.ofMillis(250).toNanos());
                    continue;
                }
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(500))) {
                    if (key.equals(record.key())) {
                        return record.value();
                    }
                }
            }
        }
        throw new IllegalStateException("No answer came");
    }

    @Override
    public void close() {
        producer.close();
    }
}
