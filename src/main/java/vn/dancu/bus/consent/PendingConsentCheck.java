package vn.dancu.bus.consent;

import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Purpose;

/** A question of the access decision that was queued, and the asker that waits. */
final class PendingConsentCheck {

    private final PartnerId partner;
    private final byte[] person;
    private final Purpose purpose;
    private final Set<FieldPath> found = new LinkedHashSet<>();
    private final CompletableFuture<Set<FieldPath>> outcome = new CompletableFuture<>();

    PendingConsentCheck(PartnerId partner, byte[] person, Purpose purpose) {
        this.partner = partner;
        this.person = person.clone();
        this.purpose = purpose;
    }

    PartnerId partner() {
        return partner;
    }

    byte[] person() {
        return person.clone();
    }

    Purpose purpose() {
        return purpose;
    }

    /** The same for questions that one consent answers. */
    String key() {
        return partner.value() + "|" + purpose.value() + "|" + HexFormat.of().formatHex(person);
    }

    boolean isDone() {
        return outcome.isDone();
    }

    /** One consent in force; there may be more. */
    void add(Set<FieldPath> fields) {
        found.addAll(fields);
    }

    /** All consents in force were added. */
    void end() {
        outcome.complete(found);
    }

    void fail(Throwable cause) {
        outcome.completeExceptionally(cause);
    }

    Set<FieldPath> await(Duration timeout) {
        try {
            return outcome.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw given(e);
        } catch (TimeoutException e) {
            throw given(e);
        } catch (ExecutionException e) {
            throw new BusException(ErrorCode.POLICY_UNAVAILABLE, e.getCause());
        }
    }

    /** Nobody waits any more. */
    private BusException given(Exception cause) {
        outcome.completeExceptionally(cause);
        return new BusException(ErrorCode.POLICY_UNAVAILABLE, cause);
    }
}
