package vn.dancu.bus.audit.trail;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keys of requests that may be recorded once within the replay window. */
final class JdbcOnceKeys {

    /** Several instances may run this at the same time; each takes other rows. */
    private static final String DELETE =
            """
            delete from audit.once where key in (
                select key from audit.once where seen_at < ? order by seen_at limit ? for update skip locked)
            """;

    private final JdbcTemplate jdbc;

    JdbcOnceKeys(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Deletes keys that were seen before that time, at most {@code limit}, and returns their number. */
    int delete(Instant before, int limit) {
        return jdbc.update(DELETE, before.atOffset(ZoneOffset.UTC), limit);
    }
}
