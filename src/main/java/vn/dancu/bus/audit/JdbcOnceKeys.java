package vn.dancu.bus.audit;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.JdbcTemplate;

/** The keys that may be used once. */
final class JdbcOnceKeys {

    /** Several instances may do this at the same time; each takes others. */
    private static final String FORGET =
            """
            delete from audit.once where key in (
                select key from audit.once where seen_at < ? order by seen_at limit ? for update skip locked)
            """;

    private final JdbcTemplate jdbc;

    JdbcOnceKeys(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Drops keys seen before that time, so many at most; how many it were. */
    int forget(Instant before, int most) {
        return jdbc.update(FORGET, before.atOffset(ZoneOffset.UTC), most);
    }
}
