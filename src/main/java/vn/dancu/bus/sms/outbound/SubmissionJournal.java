package vn.dancu.bus.sms.outbound;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import vn.dancu.bus.batch.BatchConsumer;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;

/** Writes the submissions of many senders in one commit. */
final class SubmissionJournal extends BatchConsumer<SubmissionJournal.PendingSubmission> implements Submissions {

    private static final int CAPACITY = 4096;
    private static final int MAX_BATCH = 512;
    private static final Duration PAUSE = Duration.ofMillis(1);

    private final JdbcSubmissions rows;
    private final JdbcUnanswered unanswered;

    SubmissionJournal(JdbcSubmissions rows, JdbcUnanswered unanswered) {
        super(CAPACITY, MAX_BATCH, PAUSE, () -> 0, List.of("dancu-sms-submitted"));
        this.rows = rows;
        this.unanswered = unanswered;
    }

    /** A part, and who waits until it is durable. */
    record PendingSubmission(SubmittedPart part, CompletableFuture<Boolean> durable) {}

    @Override
    public void submitted(SubmittedPart part, Duration patience) {
        PendingSubmission pending = new PendingSubmission(part, new CompletableFuture<>());
        if (!offer(pending)) {
            throw BusException.of(ErrorCode.OVERLOADED);
        }
        try {
            pending.durable().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BusException(ErrorCode.STORAGE_UNAVAILABLE, e);
        } catch (ExecutionException | TimeoutException e) {
            throw new BusException(ErrorCode.STORAGE_UNAVAILABLE, e);
        }
    }

    @Override
    public Set<Integer> partsOf(UUID delivery) {
        return rows.partsOf(delivery);
    }

    @Override
    public Duration hold(UUID delivery, Instant boundSince) {
        return unanswered.hold(delivery, boundSince);
    }

    @Override
    public Duration unanswered(UnansweredPart part) {
        return unanswered.put(part);
    }

    @Override
    public void received(List<ReceiptOfPart> receipts) {
        rows.received(receipts);
        unanswered.settle();
    }

    @Override
    protected boolean isAwaited(PendingSubmission pending) {
        return true;
    }

    @Override
    protected void consume(List<PendingSubmission> batch) {
        try {
            rows.submitted(batch.stream().map(PendingSubmission::part).toList());
            batch.forEach(one -> one.durable().complete(true));
        } catch (RuntimeException e) {
            batch.forEach(one -> one.durable().completeExceptionally(e));
        }
    }
}
