package vn.dancu.bus.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.audit.trail.Trail;
import vn.dancu.bus.fixtures.MigratedDatabase;

/** A trail of the version before, with records of every kind, goes on in this one. */
class AppendMigrationIT {

    private final DataSource dataSource = MigratedDatabase.upTo("20261124.50");
    private final JdbcTemplate jdbc = new JdbcTemplate(dataSource);

    @Test
    void keepsTheRecordsAndAppendsFurtherOnes() {
        for (String kind : List.of("ANSWER", "REFUSAL", "ACT", "SEAL")) {
            jdbc.update(
                    "insert into audit.event (seq, id, kind, occurred_at, event) values (0, gen_random_uuid(), ?, now(), ?)",
                    kind,
                    "{\"data\":{\"messageId\":\"" + kind + "\"}}");
        }
        List<Map<String, Object>> before =
                jdbc.queryForList("select xid::text, seq, id, kind, occurred_at, event from audit.event order by xid");

        MigratedDatabase.migrate(dataSource);

        assertThat(jdbc.queryForList(
                        "select xid::text, seq, id, kind, occurred_at, event from audit.event order by xid"))
                .isEqualTo(before);
        try (Trail trail = new Trail(dataSource, Trail.settings("127.0.0.1:1"), () -> {})) {
            assertThat(trail.append(Trail.record())).isEqualTo(Receipt.RECORDED);
        }
        assertThat(jdbc.queryForObject("select count(*) from audit.event", Integer.class))
                .isEqualTo(5);
    }

    @Test
    void checksNoKindThatThePartitionsCheckAlready() {
        MigratedDatabase.migrate(dataSource);

        assertThat(jdbc.queryForList(
                        "select conrelid::regclass::text from pg_constraint join pg_class on pg_class.oid = conrelid"
                                + " where contype = 'c' and relname like 'event%'",
                        String.class))
                .isEmpty();
        assertThat(jdbc.queryForObject(
                        "select pg_get_expr(relpartbound, oid) from pg_class where relname = 'event_answer'",
                        String.class))
                .isEqualTo("FOR VALUES IN ('ANSWER')");
    }
}
