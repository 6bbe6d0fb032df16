package vn.dancu.bus.audit.relay;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** The Kafka producer of one lead: it lets no event overtake a failed one, and closing it does not wait for Kafka. */
final class EventProducer extends KafkaProducer<byte[], byte[]> {

    EventProducer(Map<String, Object> properties) {
        super(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Override
    public Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> event, @Nullable Callback callback) {
        Future<RecordMetadata> acknowledgement = super.send(event, callback);
        // Without metadata of the topic a send fails at once, and the next one might succeed.
        if (acknowledgement.isDone()) {
            check(acknowledgement);
        }
        return acknowledgement;
    }

    @Override
    public void close() {
        // Closing waits for the producer's thread, which an interrupted thread could not.
        boolean interrupted = Thread.interrupted();
        try {
            close(Duration.ZERO);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void check(Future<RecordMetadata> acknowledgement) {
        try {
            acknowledgement.get();
        } catch (ExecutionException e) {
            throw new KafkaException("An event was not acknowledged", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("The relay was interrupted", e);
        }
    }
}
