package vn.dancu.bus.audit.inspection;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Refusal;

/** Reads the trail in one snapshot and within a time limit, so that no inspection burdens the database for long. */
final class JdbcSnapshotReader {

    /** Set for this transaction only. A plan for the actual values reads only the partitions of the months they need. */
    private static final String BEGIN =
            "select set_config('statement_timeout', ?, true), set_config('plan_cache_mode', 'force_custom_plan', true)";

    /** The connection waits longer than the statement may run, so that the database reports the timeout. */
    private static final Duration MARGIN = Duration.ofSeconds(5);

    private final JdbcTemplate jdbc;
    private final TransactionOperations transactions;
    private final Duration timeout;

    /**
     * @param transactions that read only, with one snapshot each
     * @param timeout of each statement
     */
    JdbcSnapshotReader(JdbcTemplate jdbc, TransactionOperations transactions, Duration timeout) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.timeout = timeout;
    }

    <T> T read(Function<JdbcTemplate, T> statements) {
        try {
            return Objects.requireNonNull(transactions.execute(status -> {
                allowTime();
                jdbc.queryForList(BEGIN, Long.toString(timeout.toMillis()));
                return statements.apply(jdbc);
            }));
        } catch (QueryTimeoutException e) {
            String rule = "narrow enough to be found in " + timeout.toSeconds() + " s: give a shorter time";
            throw new BusException(Refusal.of(ErrorCode.SEARCH_TOO_WIDE, "from", rule), e);
        }
    }

    /** The pool resets the timeout when the connection returns. */
    private void allowTime() {
        jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            connection.setNetworkTimeout(
                    Runnable::run, (int) timeout.plus(MARGIN).toMillis());
            return true;
        });
    }
}
