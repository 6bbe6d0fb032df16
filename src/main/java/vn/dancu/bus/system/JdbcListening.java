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

/** Hears on a connection of its own what other instances have changed, and tells the rooms of this one. */
final class JdbcListening implements SmartLifecycle {

    private static final Logger LOGGER = LoggerFactory.getLogger(JdbcListening.class);
    private static final Duration GLANCE = Duration.ofSeconds(1);

    private final DataSource dataSource;
    private final Consumer<Changed> rooms;
    private volatile boolean running;
    private boolean listening = true;
    private @Nullable Thread thread;

    JdbcListening(DataSource dataSource, Consumer<Changed> rooms) {
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

    private void listenWhileRunning() {
        while (running) {
            try (Connection connection = dataSource.getConnection()) {
                listen(connection);
            } catch (SQLException | RuntimeException e) {
                complainOnce(e);
            }
            pause();
        }
    }

    /** An outage is one line, however long it lasts. */
    private void complainOnce(Exception e) {
        if (running && listening) {
            LOGGER.atWarn().setCause(e).log("Changes of other instances are not heard now, only seen later");
        }
        listening = false;
    }

    /** What was said before this connection listened is not repeated: the rooms look once for themselves. */
    private void listen(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        PGConnection postgres = connection.unwrap(PGConnection.class);
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen dancu_changed");
            hear(postgres, statement);
        }
    }

    /**
     * A dead connection shows itself at the pool only by a statement of the pool's own, and must not go back as a good one:
     * the next question would get it.
     */
    private void hear(PGConnection postgres, Statement statement) throws SQLException {
        try {
            listening = true;
            rooms.accept(new Changed("*"));
            while (running) {
                @Nullable PGNotification[] heard = postgres.getNotifications((int) GLANCE.toMillis());
                tell(heard);
            }
        } finally {
            statement.execute("unlisten dancu_changed");
        }
    }

    private void tell(@Nullable PGNotification @Nullable [] heard) {
        if (heard == null) {
            return;
        }
        for (PGNotification one : heard) {
            if (one != null) {
                rooms.accept(new Changed(one.getParameter()));
            }
        }
    }

    private void pause() {
        if (running) {
            try {
                TimeUnit.MILLISECONDS.sleep(GLANCE.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                running = false;
            }
        }
    }
}
