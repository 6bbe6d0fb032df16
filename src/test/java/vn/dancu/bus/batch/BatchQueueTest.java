package vn.dancu.bus.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class BatchQueueTest {

    private static final Duration LONG = Duration.ofHours(1);

    private final QuestionsInFlight questions = new QuestionsInFlight();
    private final ExecutorService takers = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        takers.shutdownNow();
    }

    @Test
    void letsALoneQuestionNotWait() throws Exception {
        BatchQueue<Integer> queue = queue(LONG);
        questions.began();

        for (int i = 0; i < 100; i++) {
            queue.offer(i);
            assertThat(queue.take(LONG)).containsExactly(i);
        }
    }

    @Test
    void waitsUntilHalfOfTheQuestionsWait() throws Exception {
        BatchQueue<Integer> queue = queue(LONG);
        IntStream.range(0, 6).forEach(i -> questions.began());
        takeFirst(queue);
        Future<List<Integer>> batch = takers.submit(() -> queue.take(LONG));

        queue.offer(1);
        queue.offer(2);
        assertThat(batch).isNotDone();
        queue.offer(3);

        assertThat(batch.get()).containsExactly(1, 2, 3);
    }

    @Test
    void beginsNoBatchForWhatNoQuestionWaitsFor() throws Exception {
        BatchQueue<Integer> queue = queue(LONG);
        IntStream.range(0, 4).forEach(i -> questions.began());
        takeFirst(queue);
        Future<List<Integer>> batch = takers.submit(() -> queue.take(LONG));

        IntStream.range(0, 4).forEach(queue::offerUnawaited);
        queue.offer(4);
        assertThat(batch).isNotDone();
        queue.offer(5);

        assertThat(batch.get()).as("all of them, in their order").containsExactly(0, 1, 2, 3, 4, 5);
    }

    @Test
    void takesWhatNoQuestionWaitsForWhenThePauseIsOver() throws Exception {
        BatchQueue<Integer> queue = queue(Duration.ofMillis(20));

        queue.offerUnawaited(1);

        assertThat(queue.take(LONG)).containsExactly(1);
    }

    @Test
    void countsNoMoreAsAskersWhatWasTaken() throws Exception {
        BatchQueue<Integer> queue = queue(LONG);
        IntStream.range(0, 4).forEach(i -> questions.began());
        IntStream.range(0, 20).forEach(i -> assertThat(i % 2 == 0 ? queue.offer(i) : queue.offerUnawaited(i))
                .isTrue());
        assertThat(queue.offerUnawaited(20)).as("a full queue").isFalse();
        assertThat(queue.take(LONG)).hasSize(8);
        assertThat(queue.take(LONG)).hasSize(8);

        assertThat(queue.take(LONG)).as("two askers of four are half").containsExactly(16, 17, 18, 19);
    }

    @Test
    void waitsNoLongerThanThePause() throws Exception {
        BatchQueue<Integer> queue = queue(Duration.ofMillis(20));
        IntStream.range(0, 100).forEach(i -> questions.began());
        takeFirst(queue);

        queue.offer(1);

        assertThat(queue.take(LONG)).containsExactly(1);
    }

    @Test
    void waitsForNobodyWhoHasGone() throws Exception {
        BatchQueue<Integer> queue = queue(LONG);
        IntStream.range(0, 4).forEach(i -> questions.began());
        takeFirst(queue);
        IntStream.range(0, 2).forEach(i -> questions.ended());

        queue.offer(1);

        assertThat(queue.take(LONG)).containsExactly(1);
    }

    @Test
    void takesNoMoreThanABatchAndTheRestNext() throws Exception {
        BatchQueue<Integer> queue = queue(Duration.ZERO);
        IntStream.range(0, 12).forEach(queue::offer);

        assertThat(queue.take(LONG)).hasSize(8);
        assertThat(queue.take(LONG)).containsExactly(8, 9, 10, 11);
        assertThat(queue.isEmpty()).isTrue();
        assertThat(queue.take(Duration.ofMillis(1))).isEmpty();
    }

    @Test
    void refusesMoreThanItHolds() {
        BatchQueue<Integer> queue = queue(LONG);

        assertThat(IntStream.range(0, 21).mapToObj(queue::offer)).containsOnlyOnce(false);
    }

    @Test
    void givesEachItemToOneOfTwoTakersInOrder() throws Exception {
        BatchQueue<Integer> queue = queue(Duration.ofNanos(100_000));
        ConcurrentLinkedQueue<Integer> taken = new ConcurrentLinkedQueue<>();
        AtomicInteger left = new AtomicInteger(10_000);
        List<Future<?>> loops = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            loops.add(takers.submit(() -> {
                int last = -1;
                while (left.get() > 0) {
                    for (int item : queue.take(Duration.ofMillis(10))) {
                        assertThat(item).isGreaterThan(last);
                        last = item;
                        taken.add(item);
                        left.decrementAndGet();
                    }
                }
                return null;
            }));
        }
        for (int i = 0; i < 10_000; i++) {
            while (!queue.offer(i)) {
                Thread.onSpinWait();
            }
        }
        for (Future<?> loop : loops) {
            loop.get();
        }

        assertThat(taken).hasSize(10_000).doesNotHaveDuplicates();
    }

    /** So that the pause of a queue has begun. */
    private static void takeFirst(BatchQueue<Integer> queue) throws InterruptedException {
        queue.offer(0);
        assertThat(queue.take(LONG)).containsExactly(0);
    }

    private BatchQueue<Integer> queue(Duration pause) {
        return new BatchQueue<>(20, 8, pause, questions::count);
    }
}
