package vn.dancu.bench.trail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Callers that do the same over and over, each in a thread of its own. */
public final class Callers {

    /** How often they did it, and how long each time took. */
    public record Result(long count, double seconds, Spans spans) {

        public double perSecond() {
            return count / seconds;
        }
    }

    /** @param caller makes what one caller does each time */
    public static Result run(int callers, Duration time, Supplier<Runnable> caller) {
        ExecutorService pool = Executors.newFixedThreadPool(callers);
        try {
            long start = System.nanoTime();
            List<Future<long[]>> loops = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                Runnable work = caller.get();
                loops.add(pool.submit(() -> loop(work, start + time.toNanos())));
            }
            List<long[]> spans = new ArrayList<>();
            for (Future<long[]> loop : loops) {
                spans.add(loop.get());
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            long[] all = spans.stream().flatMapToLong(Arrays::stream).toArray();
            return new Result(all.length, seconds, Spans.of(all));
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("A caller failed", e);
        } finally {
            pool.shutdown();
        }
    }

    private static long[] loop(Runnable work, long end) {
        long[] spans = new long[1024];
        int count = 0;
        long before = System.nanoTime();
        while (before < end) {
            work.run();
            long after = System.nanoTime();
            if (count == spans.length) {
                spans = Arrays.copyOf(spans, 2 * count);
            }
            spans[count++] = after - before;
            before = after;
        }
        return Arrays.copyOf(spans, count);
    }

    private Callers() {}
}
