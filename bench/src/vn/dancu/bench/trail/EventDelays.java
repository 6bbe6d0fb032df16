package vn.dancu.bench.trail;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import vn.dancu.bus.audit.AuditSettings;

/** How long events take from the moment of the answer, which they name, to a reader of their topic; one in eight is timed. */
final class EventDelays implements AutoCloseable {

    private static final int SAMPLE = 8;
    private static final String TIME = "\"time\":\"";

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Clock clock = Clock.systemUTC();
    private final LongStream.Builder nanos = LongStream.builder();
    private final CompletableFuture<Void> reading;
    private volatile boolean wanted = true;

    private EventDelays(KafkaConsumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
        this.reading = CompletableFuture.runAsync(this::read);
    }

    /** From the end of the topic on. */
    static EventDelays watch(AuditSettings settings) {
        KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", settings.bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(settings.topic()).stream()
                .map(part -> new TopicPartition(part.topic(), part.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        new ArrayList<>(partitions).forEach(consumer::position);
        return new EventDelays(consumer);
    }

    /** Ends the reading. */
    Spans spans() {
        wanted = false;
        reading.join();
        return Spans.of(nanos.build().toArray());
    }

    private void read() {
        int count = 0;
        while (wanted) {
            for (ConsumerRecord<byte[], byte[]> event : consumer.poll(Duration.ofMillis(100))) {
                if (count++ % SAMPLE == 0) {
                    nanos.add(Duration.between(answeredAt(event.value()), clock.instant())
                            .toNanos());
                }
            }
        }
    }

    private static Instant answeredAt(byte[] event) {
        String text = new String(event, StandardCharsets.UTF_8);
        int start = text.indexOf(TIME) + TIME.length();
        return Instant.parse(text.substring(start, text.indexOf('"', start)));
    }

    @Override
    public void close() {
        wanted = false;
        reading.join();
        consumer.close();
    }
}
