package vn.dancu.bus.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;

/** A question that was queued, and the asker that waits for its person. */
final class JdbcPendingLookup {

    private final JdbcCitizenQuery query;
    private final String number;
    private final PersonMatcher.Wanted wanted;
    private final CompletableFuture<Optional<CitizenLookup>> outcome = new CompletableFuture<>();

    JdbcPendingLookup(JdbcCitizenQuery query, PersonKey key) {
        this.query = query;
        this.number = key.number().digits();
        this.wanted = PersonMatcher.Wanted.of(key);
    }

    JdbcCitizenQuery query() {
        return query;
    }

    String number() {
        return number;
    }

    /** Whether the asker has an outcome or no longer waits. */
    boolean isDone() {
        return outcome.isDone();
    }

    /** The person of the row on which the cursor stands was recorded under this number. */
    void answer(ResultSet row) throws SQLException {
        outcome.complete(Optional.of(query.lookup(row, wanted)));
    }

    void answer(CitizenLookup lookup) {
        outcome.complete(Optional.of(lookup));
    }

    /** Sends the asker, unless it has an outcome, to ask by itself. */
    void dismiss() {
        outcome.complete(Optional.empty());
    }

    void fail(Throwable cause) {
        outcome.completeExceptionally(cause);
    }

    /** What the batch found; empty when the batch failed and the asker must ask by itself. */
    Optional<CitizenLookup> await(Duration timeout) {
        try {
            return outcome.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            dismiss();
            Thread.currentThread().interrupt();
            throw new BusException(ErrorCode.REGISTER_UNAVAILABLE, e);
        } catch (TimeoutException e) {
            dismiss();
            throw new BusException(ErrorCode.REGISTER_UNAVAILABLE, e);
        } catch (ExecutionException e) {
            throw new BusException(ErrorCode.REGISTER_UNAVAILABLE, e.getCause());
        }
    }
}
