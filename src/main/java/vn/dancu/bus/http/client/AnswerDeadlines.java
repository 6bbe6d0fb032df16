package vn.dancu.bus.http.client;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.ExecRuntime;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;

/**
 * Ends calls whose answers take too long. The time-out of a socket does not: it begins anew with each byte, and a side that sends one
 * now and then, in a header or in the length of a chunk, would hold a thread and a connection for ever.
 */
final class AnswerDeadlines implements AutoCloseable {

    /** A task for each call would wake a thread at each call. */
    private static final Duration ROUND = Duration.ofMillis(50);

    private final Set<Deadline> running = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "http-deadlines");
        thread.setDaemon(true);
        return thread;
    });

    AnswerDeadlines() {
        var unused = clock.scheduleWithFixedDelay(
                () -> running.forEach(Deadline::endIfOver), ROUND.toNanos(), ROUND.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** The question leaves, and the head of its answer comes. */
    @FunctionalInterface
    interface Exchange {

        ClassicHttpResponse run() throws IOException, HttpException;
    }

    /** From now on; its connection is closed at the end of it. */
    Deadline of(Duration time, ExecRuntime connection) {
        Deadline deadline = new Deadline(System.nanoTime() + time.toNanos(), connection);
        running.add(deadline);
        return deadline;
    }

    /** Calls that are on their way end with their sockets. */
    @Override
    public void close() {
        clock.shutdownNow();
    }

    /** Of one call. */
    final class Deadline {

        private final long end;
        private final ExecRuntime connection;

        private Deadline(long end, ExecRuntime connection) {
            this.end = end;
            this.connection = connection;
        }

        ClassicHttpResponse within(Exchange exchange) throws IOException, HttpException {
            try {
                return exchange.run();
            } catch (IOException | HttpException | RuntimeException e) {
                kept();
                requireTime(e);
                throw e;
            }
        }

        boolean isOver() {
            return System.nanoTime() - end >= 0;
        }

        /** The answer is whole, or given up. */
        void kept() {
            running.remove(this);
        }

        /** A call that ends at this moment may have given its connection back: that it cannot be closed must not end the watch over the others. */
        private void endIfOver() {
            if (isOver() && running.remove(this)) {
                try {
                    connection.discardEndpoint();
                } catch (IllegalStateException e) {
                    return;
                }
            }
        }

        /** @param cause what the closed connection looks like to whoever reads from it */
        void requireTime(Exception cause) throws SocketTimeoutException {
            if (isOver()) {
                SocketTimeoutException late = new SocketTimeoutException("The answer takes too long");
                late.initCause(cause);
                throw late;
            }
        }
    }
}
