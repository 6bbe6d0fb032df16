package vn.dancu.bus.sandbox.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaBrokerIT {

    @Test
    void keepsEventsWhileItIsStopped(@TempDir Path dir) throws Exception {
        KafkaBroker broker = new KafkaBroker(dir, 0);
        broker.start();
        int port = broker.port();
        try {
            send(broker, "one");
            broker.stop();
            broker.start();
            send(broker, "two");

            assertThat(broker.port()).isEqualTo(port);
            assertThat(read(broker, 2)).containsExactly("one", "two");
        } finally {
            broker.stop();
        }
    }

    private static void send(KafkaBroker broker, String value) throws Exception {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", LoopbackPort.HOST + ":" + broker.port(), "acks", "all");
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("facts", value)).get();
        }
    }

    private static List<String> read(KafkaBroker broker, int count) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                LoopbackPort.HOST + ":" + broker.port(),
                "group.id",
                "test",
                "auto.offset.reset",
                "earliest");
        List<String> values = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("facts"));
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(event -> values.add(event.value()));
                return values.size() >= count;
            });
        }
        return values;
    }
}
