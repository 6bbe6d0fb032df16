package vn.dancu.bus.probe;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;

/** The connections that can be tested, and their tests. */
public final class ConnectionTests implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(ConnectionTests.class);
    private static final Duration BETWEEN = Duration.ofSeconds(2);
    private static final int AT_A_TIME = 4;

    private final List<ConnectionSource> sources;
    private final ExecutorService workers = threads();
    private final Duration patience;
    private final ConnectionWay way;
    private final Clock clock;
    private final Map<String, Instant> begun = new ConcurrentHashMap<>();
    private final Map<String, ConnectionReport> last = new ConcurrentHashMap<>();

    /** @param patience how long one step of the way may take, and half of what the whole test may */
    ConnectionTests(List<ConnectionSource> sources, Duration patience, Clock clock) {
        this.sources = List.copyOf(sources);
        this.patience = patience;
        this.way = new ConnectionWay(patience);
        this.clock = clock;
    }

    /** By kind and name. */
    public List<TestedConnection> list() {
        return sources.stream()
                .flatMap(source -> source.connections().stream())
                .sorted(Comparator.comparing(TestedConnection::kind).thenComparing(TestedConnection::name))
                .toList();
    }

    /** What the last test on this instance found. */
    public Optional<ConnectionReport> last(String name) {
        return Optional.ofNullable(last.get(name));
    }

    /**
     * Tests one connection, within twice the patience.
     *
     * @throws BusException {@code resource_unknown} for a name that is not in the list, {@code overloaded} when the connection was
     *     tested a moment ago or too many tests run
     */
    public ConnectionReport test(String name) {
        TestedConnection connection = list().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> BusException.of(ErrorCode.RESOURCE_UNKNOWN));
        Instant now = clock.instant();
        begun.merge(name, now, (before, fresh) -> {
            if (before.plus(BETWEEN).isAfter(fresh)) {
                throw BusException.of(
                        ErrorCode.OVERLOADED, "connection", "2 seconds between two tests of a connection");
            }
            return fresh;
        });
        ConnectionReport report = run(connection, now);
        last.put(name, report);
        return report;
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }

    private static ExecutorService threads() {
        return new ThreadPoolExecutor(0, AT_A_TIME, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
            Thread thread = new Thread(task, "dancu-probe");
            thread.setDaemon(true);
            return thread;
        });
    }

    private ConnectionReport run(TestedConnection connection, Instant now) {
        ProbeRun steps = new ProbeRun();
        Future<?> test;
        try {
            test = workers.submit(() -> walk(connection, steps));
        } catch (RejectedExecutionException e) {
            throw BusException.of(ErrorCode.OVERLOADED, "connection", AT_A_TIME + " tests at a time");
        }
        try {
            test.get(2 * patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            steps.giveUp();
            test.cancel(true);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            steps.giveUp();
            test.cancel(true);
        } catch (ExecutionException e) {
            LOGGER.atWarn().setCause(e.getCause()).log("A test of a connection ended by a fault of the bus");
            throw new BusException(ErrorCode.INTERNAL_ERROR, e);
        }
        return new ConnectionReport(connection, now, steps.steps(), steps.shown());
    }

    private void walk(TestedConnection connection, ProbeRun steps) {
        try {
            TestedConnection.Address address = connection.address();
            if (address != null) {
                way.walk(connection, address, steps);
            }
            connection.exchange().hold(steps);
        } catch (ProbeFailure e) {
            // The steps have it.
        }
    }
}
