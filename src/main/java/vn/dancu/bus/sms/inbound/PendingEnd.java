package vn.dancu.bus.sms.inbound;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.sms.InboundText;

/** The end of a text with its answer, and who waits until it is durable. */
record PendingEnd(InboundText text, Optional<String> answer, CompletableFuture<Boolean> durable) {

    PendingEnd(InboundText text, Optional<String> answer) {
        this(text, answer, new CompletableFuture<>());
    }

    TextOutcome outcome() {
        return answer.isPresent() ? TextOutcome.ANSWERED : TextOutcome.SILENT;
    }

    void await(Duration patience) {
        try {
            durable.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BusException(ErrorCode.STORAGE_UNAVAILABLE, e);
        } catch (ExecutionException | TimeoutException e) {
            throw new BusException(ErrorCode.STORAGE_UNAVAILABLE, e);
        }
    }
}
