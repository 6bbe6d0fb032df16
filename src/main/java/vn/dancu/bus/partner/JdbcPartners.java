package vn.dancu.bus.partner;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.kernel.PartnerId;

/** The table of partners. */
final class JdbcPartners {

    private static final String UPSERT =
            """
            insert into partner.partner (id, name, agency_code, dialect, state, secret_sealed, changed_at)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do update set name = excluded.name, agency_code = excluded.agency_code,
                dialect = excluded.dialect, state = excluded.state, secret_sealed = excluded.secret_sealed,
                changed_at = excluded.changed_at
            """;

    private final JdbcTemplate jdbc;
    private final Clock clock;

    JdbcPartners(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A partner with its sealed secret. */
    record Row(Partner partner, byte[] sealedSecret) {}

    long revision() {
        Long number = jdbc.queryForObject("select number from partner.revision", Long.class);
        return number == null ? 0 : number;
    }

    List<Row> all() {
        return jdbc.query(
                "select id, name, agency_code, dialect, state, secret_sealed from partner.partner", JdbcPartners::row);
    }

    void upsert(List<Row> rows) {
        Timestamp now = Timestamp.from(Instant.now(clock));
        jdbc.batchUpdate(UPSERT, rows, rows.size(), (statement, row) -> {
            Partner partner = row.partner();
            statement.setString(1, partner.id().value());
            statement.setString(2, partner.name());
            statement.setString(3, partner.agencyCode());
            statement.setString(4, partner.dialect());
            statement.setString(5, partner.state().name());
            statement.setBytes(6, row.sealedSecret());
            statement.setTimestamp(7, now);
        });
    }

    private static Row row(ResultSet rs, int number) throws SQLException {
        Partner partner = new Partner(
                new PartnerId(rs.getString("id")),
                rs.getString("name"),
                rs.getString("agency_code"),
                rs.getString("dialect"),
                Partner.State.valueOf(rs.getString("state")));
        return new Row(partner, rs.getBytes("secret_sealed"));
    }
}
