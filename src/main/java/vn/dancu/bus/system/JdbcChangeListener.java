package vn.dancu.bus.system;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import vn.dancu.bus.kernel.Changed;

/** Listens on a connection of its own for changes by other instances and publishes them to the rooms of this instance. */
final class JdbcChangeListener implements SmartLifecycle {

    private static final Logger LOGGER = LoggerFactory.getLogger(JdbcChangeListener.class);
    private static final Duration POLL_INTERVAL = Duration.ofSeconds(1);
    private static final int PHASE = Integer.MIN_VALUE + 20_000;

    private final DataSource dataSource;
    private final Consumer<Changed> rooms;
    private volatile boolean running;
    private boolean listening = true;
    private @Nullable Thread thread;

    JdbcChangeListener(DataSource dataSource, Consumer<Changed> rooms) {
        this.dataSource = dataSource;
        this.rooms = rooms;
    }

    @Override
    public void start() {
        running = true;
        Thread started = new Thread(this::listenWhileRunning, "dancu-changes");
        started.setDaemon(true);
        thread = started;
        started.start();
    }

    @Override
    public void stop() {
        running = false;
        Thread started = thread;
        if (started != null) {
            started.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stops after the doors and the lanes: a suspension works on an instance that is still ending its requests. */
    @Override
    public int getPhase() {
        return PHASE;
    }

    private void listenWhileRunning() {
        while (running) {
            try (Connection connection = dataSource.getConnection()) {
                listen(connection);
            } catch (SQLException | RuntimeException e) {
                warnOnce(e);
            }
            pause();
        }
    }

    /** Logs one line for an outage, however long it lasts. */
    private void warnOnce(Exception e) {
        if (running && listening) {
            LOGGER.atWarn()
                    .setCause(e)
                    .log("Changes by other instances are not received now; the rooms find them at their next refresh");
        }
        listening = false;
    }

    /** Notifications from before {@code listen} are lost, so the rooms refresh everything once. */
    private void listen(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        PGConnection postgres = connection.unwrap(PGConnection.class);
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen dancu_changed");
            listening = true;
            try {
                rooms.accept(new Changed("*"));
                while (running) {
                    @Nullable PGNotification[] received = postgres.getNotifications((int) POLL_INTERVAL.toMillis());
                    publish(received);
                }
            } finally {
                // Fails on a broken connection, so that the pool does not take it back as a good one.
                statement.execute("unlisten dancu_changed");
            }
        }
    }

    private void publish(@Nullable PGNotification @Nullable [] received) {
        if (received == null) {
            return;
        }
        for (PGNotification one : received) {
            if (one != null) {
                rooms.accept(new Changed(one.getParameter()));
            }
        }
    }

    private void pause() {
        if (running) {
            try {
                TimeUnit.MILLISECONDS.sleep(POLL_INTERVAL.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                running = false;
            }
        }
    }
}
