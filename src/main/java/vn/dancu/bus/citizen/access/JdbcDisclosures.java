package vn.dancu.bus.citizen.access;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** How far the uses under each rule have been disclosed and recorded as such. */
final class JdbcDisclosures {

    private static final long LOCK = 0x64616E6375_0EL;

    private final JdbcTemplate jdbc;

    JdbcDisclosures(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the end of the transaction no other instance records a disclosure. */
    void lock() {
        jdbc.queryForList("select pg_advisory_xact_lock(?)", LOCK);
    }

    /** A rule as it was recorded last. What occurred before the moment has been disclosed. */
    record Known(Instant disclosedUntil, String terms) {}

    /** Rules that are known, by their ids. */
    Map<String, Known> known() {
        Map<String, Known> known = new TreeMap<>();
        jdbc.query("select rule, disclosed_until, terms from citizen.disclosure", rs -> {
            Instant until =
                    rs.getObject("disclosed_until", OffsetDateTime.class).toInstant();
            known.put(rs.getString("rule"), new Known(until, rs.getString("terms")));
        });
        return known;
    }

    void put(String rule, Known known) {
        jdbc.update(
                "insert into citizen.disclosure (rule, disclosed_until, terms) values (?, ?, ?) on conflict (rule)"
                        + " do update set disclosed_until = excluded.disclosed_until, terms = excluded.terms",
                rule,
                known.disclosedUntil().atOffset(ZoneOffset.UTC),
                known.terms());
    }

    void remove(String rule) {
        jdbc.update("delete from citizen.disclosure where rule = ?", rule);
    }
}
