package vn.dancu.bus.audit.relay;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A topic of audit events with one partition, as a reader has it. */
record ReadTopic(String brokers, String name) {

    /** All that the topic holds now. */
    List<ConsumerRecord<byte[], byte[]>> events() {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", brokers, "auto.offset.reset", "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            TopicPartition partition = new TopicPartition(name, 0);
            consumer.assign(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            List<ConsumerRecord<byte[], byte[]>> events = new ArrayList<>();
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofSeconds(1)).forEach(events::add);
            }
            return events;
        }
    }

    /** Their ids, as often as each came. */
    List<UUID> ids() throws IOException {
        List<UUID> ids = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> event : events()) {
            ids.add(UUID.fromString(
                    new ObjectMapper().readTree(event.value()).get("id").asText()));
        }
        return ids;
    }
}
