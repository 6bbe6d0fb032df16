package vn.dancu.bus.http.client;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.ExecRuntime;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;

/**
 * Ends calls whose answers take too long. The time-out of a socket does not: it begins anew with each byte, and a side that sends one
 * now and then, in a header or in the length of a chunk, would hold a thread and a connection for ever.
 */
final class AnswerDeadlines implements AutoCloseable {

    private final ScheduledThreadPoolExecutor clock;

    AnswerDeadlines() {
        clock = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "http-deadlines");
            thread.setDaemon(true);
            return thread;
        });
        clock.setRemoveOnCancelPolicy(true);
    }

    /** The question leaves, and the head of its answer comes. */
    @FunctionalInterface
    interface Exchange {

        ClassicHttpResponse run() throws IOException, HttpException;
    }

    /** From now on; its connection is closed at the end of it. */
    Deadline of(Duration time, ExecRuntime connection) {
        return new Deadline(
                System.nanoTime() + time.toNanos(),
                clock.schedule(connection::discardEndpoint, time.toNanos(), TimeUnit.NANOSECONDS));
    }

    /** Calls that are on their way end with their sockets. */
    @Override
    public void close() {
        clock.shutdownNow();
    }

    /** Of one call. */
    record Deadline(long end, Future<?> closing) {

        ClassicHttpResponse within(Exchange exchange) throws IOException, HttpException {
            try {
                return exchange.run();
            } catch (IOException | HttpException | RuntimeException e) {
                closing.cancel(false);
                requireTime(e);
                throw e;
            }
        }

        boolean isOver() {
            return System.nanoTime() - end >= 0;
        }

        /** The answer is whole, or given up. */
        void kept() {
            closing.cancel(false);
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
