package vn.dancu.bus.sms.inbound;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dancu.bus.batch.BatchConsumer;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.LogKeys;

/** Writes the messages of all operators in one commit, in the order in which they came. */
final class TakeQueue extends BatchConsumer<PendingTake> {

    private static final Logger LOGGER = LoggerFactory.getLogger(TakeQueue.class);
    private static final int CAPACITY = 4096;
    private static final int MAX_BATCH = 512;
    private static final Duration PAUSE = Duration.ofMillis(1);

    private final JdbcTakes rows;
    private final TextSignal signal;
    private final InboundMetrics metrics;
    private final AtomicInteger inFlight;

    TakeQueue(JdbcTakes rows, TextSignal signal, InboundMetrics metrics) {
        this(rows, signal, metrics, new AtomicInteger());
    }

    private TakeQueue(JdbcTakes rows, TextSignal signal, InboundMetrics metrics, AtomicInteger inFlight) {
        super(CAPACITY, MAX_BATCH, PAUSE, inFlight::get, List.of("dancu-sms-take"));
        this.rows = rows;
        this.signal = signal;
        this.metrics = metrics;
        this.inFlight = inFlight;
    }

    void take(TakenMessage message, Consumer<@Nullable BusException> done) {
        inFlight.incrementAndGet();
        if (!isRunning() || !offer(new PendingTake(message, done))) {
            inFlight.decrementAndGet();
            throw BusException.of(ErrorCode.OVERLOADED);
        }
    }

    @Override
    protected boolean isAwaited(PendingTake take) {
        return true;
    }

    @Override
    protected void consume(List<PendingTake> batch) {
        inFlight.addAndGet(-batch.size());
        write(batch);
    }

    /** A batch that the database refuses is halved until the message that it refuses is alone; the others are written. */
    private void write(List<PendingTake> batch) {
        try {
            metrics.taken(rows.write(batch.stream().map(PendingTake::message).toList()), batch.size());
        } catch (RuntimeException e) {
            if (batch.size() > 1 && JdbcTakes.isAboutData(e)) {
                write(batch.subList(0, batch.size() / 2));
                write(batch.subList(batch.size() / 2, batch.size()));
                return;
            }
            LOGGER.atWarn()
                    .addKeyValue(LogKeys.COUNT, batch.size())
                    .addKeyValue(LogKeys.CAUSE, e.getClass().getName())
                    .log("Messages of subscribers could not be written; their operator keeps them");
            BusException failure = new BusException(ErrorCode.STORAGE_UNAVAILABLE, e);
            batch.forEach(take -> end(take, failure));
            return;
        }
        signal.texts();
        batch.forEach(take -> end(take, null));
    }

    /** One that fails in its listener must not keep the others from their answer. */
    private static void end(PendingTake take, @Nullable BusException failure) {
        try {
            take.done().accept(failure);
        } catch (RuntimeException e) {
            LOGGER.atWarn()
                    .addKeyValue(LogKeys.CAUSE, e.getClass().getName())
                    .log("An operator could not be told what became of a message; it will send it again");
        }
    }
}
