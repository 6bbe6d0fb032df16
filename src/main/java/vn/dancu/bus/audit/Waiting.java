package vn.dancu.bus.audit;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;

/** One row whose caller waits until it is durable. */
final class Waiting {

    private final Row row;
    private final CompletableFuture<Receipt> outcome = new CompletableFuture<>();

    Waiting(Row row) {
        this.row = row;
    }

    Row row() {
        return row;
    }

    /** Whether the caller has gone; its row is not to be written then. */
    boolean isWithdrawn() {
        return outcome.isDone();
    }

    void done(Receipt receipt) {
        outcome.complete(receipt);
    }

    void failed(@Nullable Throwable cause) {
        outcome.completeExceptionally(new BusException(ErrorCode.AUDIT_UNAVAILABLE, cause));
    }

    /** Waits for the outcome; whoever gives up first, caller or committer, settles it for both. */
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

    /** The commit may have come between the timeout and its settling: then it counts. */
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
