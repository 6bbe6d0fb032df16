package vn.dancu.bus.register;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dancu.bus.batch.BatchConsumer;
import vn.dancu.bus.batch.QuestionsInFlight;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.LogKeys;

/**
 * Reads the citizens of many questions in one statement. When a batch begins is said by {@link vn.dancu.bus.batch.BatchQueue}, so that a lone
 * question does not wait. After an error of its batch each question is asked by itself, so that none fails for another.
 */
final class JdbcCitizenReader extends BatchConsumer<JdbcPendingLookup<?>> {

    /** As many questions as all doors together may have; more are refused. */
    static final int MAX_WAITING = 1024;

    private static final Logger LOGGER = LoggerFactory.getLogger(JdbcCitizenReader.class);

    /** While one waits for the database or reads what it gave, the other can ask. */
    private static final List<String> READERS = List.of("dancu-register-read-1", "dancu-register-read-2");

    private static final int MAX_BATCH = 64;

    /** A statement costs several times what a person in it costs. Measured: docs/decisions/0015. */
    private static final Duration MIN_PAUSE = Duration.ofNanos(300_000);

    private final DataSource dataSource;
    private final Duration timeout;
    private final DistributionSummary batches;
    private final Counter failed;

    /**
     * @param timeout how long a question may wait for its answer
     * @param maxWaiting how many questions may wait to be asked
     * @param questions that may soon ask for a citizen
     */
    JdbcCitizenReader(
            DataSource dataSource,
            Duration timeout,
            int maxWaiting,
            QuestionsInFlight questions,
            MeterRegistry registry) {
        super(maxWaiting, MAX_BATCH, MIN_PAUSE, questions::count, READERS);
        this.dataSource = dataSource;
        this.timeout = timeout;
        this.batches = DistributionSummary.builder("dancu.register.batch")
                .description("Questions that one statement answered")
                .register(registry);
        this.failed = Counter.builder("dancu.register.batch.failed")
                .description("Statements for several questions that failed; each question was asked by itself then")
                .register(registry);
    }

    /** What was found; empty when the batch failed and the question must be asked by itself. */
    <T> Optional<T> find(JdbcPendingLookup<T> pending) {
        if (!isRunning()) {
            throw new BusException(ErrorCode.REGISTER_UNAVAILABLE, null);
        }
        if (!offer(pending)) {
            throw new BusException(ErrorCode.OVERLOADED, null);
        }
        return pending.await(timeout);
    }

    @Override
    protected boolean isAwaited(JdbcPendingLookup<?> pending) {
        return !pending.isDone();
    }

    @Override
    protected void consume(List<JdbcPendingLookup<?>> batch) {
        try (Connection connection = dataSource.getConnection()) {
            readOn(connection, batch);
        } catch (SQLException | RuntimeException e) {
            batch.forEach(pending -> pending.fail(e));
        }
    }

    private void readOn(Connection connection, List<JdbcPendingLookup<?>> batch) {
        try {
            // A limit on the socket costs nothing; a query timeout would start a timer for every statement.
            connection.setNetworkTimeout(Runnable::run, Math.toIntExact(timeout.toMillis()));
            Map<JdbcNumberQuery, List<JdbcPendingLookup<?>>> alike =
                    batch.stream().collect(Collectors.groupingBy(JdbcPendingLookup::query));
            for (Map.Entry<JdbcNumberQuery, List<JdbcPendingLookup<?>>> group : alike.entrySet()) {
                read(connection, group.getKey(), group.getValue());
                batches.record(group.getValue().size());
            }
        } catch (SQLException | RuntimeException e) {
            failed.increment();
            LOGGER.atWarn()
                    .addKeyValue(LogKeys.COUNT, batch.size())
                    .addKeyValue(LogKeys.CAUSE, e.getClass().getName())
                    .log("A statement of the register failed; each of its questions is asked by itself");
        } finally {
            batch.forEach(JdbcPendingLookup::dismiss);
        }
    }

    /** Several may ask for one number, each with a name and a birth date of its own. */
    private static void read(Connection connection, JdbcNumberQuery query, List<JdbcPendingLookup<?>> pending)
            throws SQLException {
        Map<String, List<JdbcPendingLookup<?>>> byNumber = new HashMap<>();
        pending.forEach(each -> byNumber.computeIfAbsent(each.number(), number -> new ArrayList<>(1))
                .add(each));
        try (PreparedStatement statement = connection.prepareStatement(query.sqlOfMany())) {
            statement.setArray(
                    1, connection.createArrayOf("text", byNumber.keySet().toArray(String[]::new)));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    for (JdbcPendingLookup<?> each : byNumber.getOrDefault(row.getString("asked"), List.of())) {
                        each.answer(row);
                    }
                    byNumber.remove(row.getString("asked"));
                }
            }
        }
        byNumber.values().forEach(absent -> absent.forEach(JdbcPendingLookup::answerAbsent));
    }
}
