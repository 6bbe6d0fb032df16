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
import vn.dancu.bus.kernel.PersonalId;

/**
 * A question that was queued, and the asker that waits for its person.
 *
 * @param <T> what the asker waits for
 */
final class JdbcPendingLookup<T> {

    private final JdbcNumberQuery query;
    private final String number;
    private final RowReader<T> reader;
    private final T absent;
    private final CompletableFuture<Optional<T>> outcome = new CompletableFuture<>();

    /**
     * @param reader of the row under the number
     * @param absent the outcome where there is no row
     */
    JdbcPendingLookup(JdbcNumberQuery query, PersonalId number, RowReader<T> reader, T absent) {
        this.query = query;
        this.number = number.digits();
        this.reader = reader;
        this.absent = absent;
    }

    /** Reads the row on which the cursor stands. */
    @FunctionalInterface
    interface RowReader<T> {

        T read(ResultSet row) throws SQLException;
    }

    JdbcNumberQuery query() {
        return query;
    }

    String number() {
        return number;
    }

    /** Whether the asker has an outcome or no longer waits. */
    boolean isDone() {
        return outcome.isDone();
    }

    /** The outcome by the row on which the cursor stands, which was recorded under this number. */
    T read(ResultSet row) throws SQLException {
        return reader.read(row);
    }

    /** The outcome where nothing is recorded under this number. */
    T absent() {
        return absent;
    }

    void answer(ResultSet row) throws SQLException {
        outcome.complete(Optional.of(read(row)));
    }

    void answerAbsent() {
        outcome.complete(Optional.of(absent));
    }

    /** Sends the asker, unless it has an outcome, to ask by itself. */
    void dismiss() {
        outcome.complete(Optional.empty());
    }

    void fail(Throwable cause) {
        outcome.completeExceptionally(cause);
    }

    /** What the batch found; empty when the batch failed and the asker must ask by itself. */
    Optional<T> await(Duration timeout) {
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
