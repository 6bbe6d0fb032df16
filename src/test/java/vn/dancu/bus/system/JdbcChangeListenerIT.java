package vn.dancu.bus.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.fixtures.MigratedDatabase;
import vn.dancu.bus.kernel.Changed;

class JdbcChangeListenerIT {

    private static final String LISTENERS =
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()"
                    + " and pid <> pg_backend_pid() and query ilike '%dancu_changed%'";

    private final DataSource dataSource = MigratedDatabase.fresh();
    private final JdbcTemplate jdbc = new JdbcTemplate(dataSource);
    private final List<Changed> heard = new CopyOnWriteArrayList<>();
    private final JdbcChangeListener listening = new JdbcChangeListener(dataSource, heard::add);

    @BeforeEach
    void listen() {
        listening.start();
        await().until(() -> heard.contains(new Changed("*")));
        heard.clear();
    }

    @AfterEach
    void stop() {
        listening.stop();
    }

    @Test
    void hearsWhichRoomWasChanged() {
        jdbc.update("update partner.revision set number = number + 1");

        await().atMost(Duration.ofSeconds(2)).until(() -> heard.contains(new Changed("partner")));
        assertThat(heard).containsOnly(new Changed("partner"));
    }

    @Test
    void hearsAVersionOfThePolicyThatWasPublished() {
        jdbc.update("insert into policy.version (number, hash, source, published_at) values (1, 'ab', 'test', now())");

        await().atMost(Duration.ofSeconds(2)).until(() -> heard.contains(new Changed("policy")));
    }

    @Test
    void asksEveryRoomToLookAgainAfterItsConnectionWasLost() {
        jdbc.query(LISTENERS, rs -> {});

        await().atMost(Duration.ofSeconds(5)).until(() -> heard.contains(new Changed("*")));
        jdbc.update("update partner.revision set number = number + 1");
        await().atMost(Duration.ofSeconds(2)).until(() -> heard.contains(new Changed("partner")));
    }
}
