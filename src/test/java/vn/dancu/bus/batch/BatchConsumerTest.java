package vn.dancu.bus.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BatchConsumerTest {

    private final Queue<Integer> consumed = new ConcurrentLinkedQueue<>();
    private final BatchConsumer<Integer> consumer =
            new BatchConsumer<>(10, 1, Duration.ZERO, () -> 1, List.of("test-consumer")) {
                @Override
                protected boolean isAwaited(Integer item) {
                    return true;
                }

                @Override
                protected void consume(List<Integer> batch) {
                    if (batch.contains(1)) {
                        throw new IllegalStateException("The first batch fails");
                    }
                    consumed.addAll(batch);
                }
            };

    @AfterEach
    void stop() {
        consumer.stop();
    }

    @Test
    void goesOnAfterABatchThatFailed() {
        consumer.start();
        consumer.offer(1);
        consumer.offer(2);

        await().untilAsserted(() -> assertThat(consumed).containsExactly(2));
    }
}
