package vn.dancu.bus.audit.trail;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.audit.Receipt;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;

/** A row that was queued, and the caller that waits until the row is durable. */
final class PendingAppend {

    private final EventRow row;
    private final CompletableFuture<Receipt> outcome = new CompletableFuture<>();

    PendingAppend(EventRow row) {
        this.row = row;
    }

    EventRow row() {
        return row;
    }

    /** Whether the caller no longer waits; then its row must not be written. */
    boolean isWithdrawn() {
        return outcome.isDone();
    }

    void done(Receipt receipt) {
        outcome.complete(receipt);
    }

    void failed(@Nullable Throwable cause) {
        outcome.completeExceptionally(new BusException(ErrorCode.AUDIT_UNAVAILABLE, cause));
    }

    /** Called once, with whether the row is durable. */
    void whenSettled(Consumer<Boolean> heard) {
        var unused = outcome.whenComplete((receipt, failure) -> heard.accept(failure == null));
    }

    /** Waits for the outcome. The first to give up, caller or committer, decides it for both. */
    Receipt await(Duration timeout) {
        try {
            return outcome.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            failed(e);
        } catch (InterruptedException e) {
            failed(e);
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw refusal(e);
        }
        return settled();
    }

    /** The row may have been committed between the timeout and {@link #failed}; then the commit counts. */
    private Receipt settled() {
        try {
            return outcome.getNow(Receipt.ALREADY_RECORDED);
        } catch (CompletionException e) {
            throw refusal(e);
        }
    }

    private static BusException refusal(Exception e) {
        return e.getCause() instanceof BusException refusal
                ? refusal
                : new BusException(ErrorCode.AUDIT_UNAVAILABLE, e.getCause());
    }
}
