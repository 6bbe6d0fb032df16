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

    /** Rules that are known, each with the moment up to which its uses have been disclosed. */
    Map<String, Instant> known() {
        Map<String, Instant> known = new TreeMap<>();
        jdbc.query("select rule, disclosed_until from citizen.disclosure", rs -> {
            known.put(
                    rs.getString("rule"),
                    rs.getObject("disclosed_until", OffsetDateTime.class).toInstant());
        });
        return known;
    }

    void put(String rule, Instant disclosedUntil) {
        jdbc.update(
                "insert into citizen.disclosure (rule, disclosed_until) values (?, ?)"
                        + " on conflict (rule) do update set disclosed_until = excluded.disclosed_until",
                rule,
                disclosedUntil.atOffset(ZoneOffset.UTC));
    }

    void remove(String rule) {
        jdbc.update("delete from citizen.disclosure where rule = ?", rule);
    }
}
