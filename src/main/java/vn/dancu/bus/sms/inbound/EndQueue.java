package vn.dancu.bus.sms.inbound;

import java.time.Duration;
import java.util.List;
import vn.dancu.bus.batch.BatchConsumer;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;

/** Writes the answers of many texts and their ends in one commit. */
final class EndQueue extends BatchConsumer<PendingEnd> {

    private static final int CAPACITY = 4096;
    private static final int MAX_BATCH = 256;
    private static final Duration PAUSE = Duration.ofMillis(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final JdbcInboundTexts rows;
    private final TextSignal signal;
    private final InboundMetrics metrics;

    EndQueue(JdbcInboundTexts rows, TextSignal signal, InboundMetrics metrics) {
        super(CAPACITY, MAX_BATCH, PAUSE, () -> 0, List.of("dancu-sms-end"));
        this.rows = rows;
        this.signal = signal;
        this.metrics = metrics;
    }

    /** Returns when it is durable. */
    void end(PendingEnd end) {
        if (!isRunning() || !offer(end)) {
            throw BusException.of(ErrorCode.OVERLOADED);
        }
        end.await(PATIENCE);
    }

    @Override
    protected boolean isAwaited(PendingEnd end) {
        return true;
    }

    @Override
    protected void consume(List<PendingEnd> batch) {
        try {
            rows.end(batch);
        } catch (RuntimeException e) {
            if (batch.size() == 1) {
                batch.get(0).durable().completeExceptionally(e);
            } else {
                // One that cannot be written must not keep the others from their end.
                batch.forEach(one -> consume(List.of(one)));
            }
            return;
        }
        for (PendingEnd end : batch) {
            metrics.ended(end.text().operator(), end.outcome());
            end.durable().complete(true);
        }
        // The next text of each of these senders may go now.
        signal.texts();
    }
}
