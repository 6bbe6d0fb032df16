package vn.dancu.bus.citizen.sms;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;

/** A step that was queued, and the text that waits for its outcome. */
final class PendingStep {

    private final ConversationStep step;
    private final CompletableFuture<ConversationOutcome> outcome = new CompletableFuture<>();

    PendingStep(ConversationStep step) {
        this.step = step;
    }

    ConversationStep step() {
        return step;
    }

    boolean isDone() {
        return outcome.isDone();
    }

    void end(ConversationOutcome what) {
        outcome.complete(what);
    }

    void fail(RuntimeException cause) {
        outcome.completeExceptionally(cause);
    }

    /** The outcome, which is durable. */
    ConversationOutcome await(Duration timeout) {
        try {
            return outcome.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BusException(ErrorCode.OVERLOADED, e);
        } catch (TimeoutException e) {
            outcome.cancel(false);
            throw new BusException(ErrorCode.OVERLOADED, e);
        } catch (ExecutionException e) {
            throw new BusException(ErrorCode.INTERNAL_ERROR, e.getCause());
        }
    }
}
