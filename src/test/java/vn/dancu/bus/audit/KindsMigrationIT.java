package vn.dancu.bus.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.fixtures.MigratedDatabase;

/** An installation of before, with records in its trail, becomes one of now and loses none. */
class KindsMigrationIT {

    private static final String EVENT =
            "{\"id\":\"%s\",\"data\":{\"outcome\":\"%s\",\"result\":\"%s\",\"officer\":\"canbo01\",\"door\":\"soap\"}}";

    private final DataSource dataSource = MigratedDatabase.upTo("20261124.5");
    private final JdbcTemplate jdbc = new JdbcTemplate(dataSource);

    @Test
    void keepsEveryRecordItsPlaceAndItsText() {
        append("00000000-0000-4000-8000-000000000001", "answer", "found", "2026-07-31 23:59:59+00");
        append("00000000-0000-4000-8000-000000000002", "refusal", "quota_exceeded", "2026-08-01 00:00:00+00");
        append("00000000-0000-4000-8000-000000000003", "answer", "not_found", "2026-11-24 05:00:00+00");
        List<Map<String, Object>> before = jdbc.queryForList(
                "select xid::text, seq, id, occurred_at, partner, event from audit.event order by xid, seq");

        MigratedDatabase.migrate(dataSource);

        assertThat(jdbc.queryForList(
                        "select xid::text, seq, id, occurred_at, partner, event from audit.event order by xid, seq"))
                .isEqualTo(before);
        assertThat(jdbc.queryForList(
                        "select kind || ' ' || result || ' ' || officer from audit.event order by xid, seq"))
                .extracting(row -> row.values().iterator().next())
                .containsExactly("ANSWER found canbo01", "REFUSAL quota_exceeded canbo01", "ANSWER not_found canbo01");
    }

    @Test
    void hasAMonthForEachRecordAndForTheMonthsToCome() {
        append("00000000-0000-4000-8000-000000000001", "answer", "found", "2026-07-31 23:59:59+00");

        MigratedDatabase.migrate(dataSource);

        assertThat(jdbc.queryForObject("select tableoid::regclass::text from audit.event", String.class))
                .isEqualTo("audit.event_answer_202607");
        assertThat(jdbc.queryForObject(
                        "select count(*) from pg_class where relname = 'event_answer_' || to_char(now() + interval '2 months',"
                                + " 'YYYYMM')",
                        Integer.class))
                .isEqualTo(1);
    }

    private void append(String id, String outcome, String result, String at) {
        jdbc.update(
                "insert into audit.event (seq, id, occurred_at, partner, service, event)"
                        + " values (0, ?::uuid, ?::timestamptz, 'h41-lgsp', 'TraCuuThongTinCongDan', ?)",
                id,
                at,
                EVENT.formatted(id, outcome, result));
    }
}
