package vn.dancu.bus.audit.trail;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keys of requests that may be recorded once within the replay window. */
final class JdbcOnceKeys {

    /**
     * Several instances may run this at the same time; each takes other rows. They are chosen first: as a subquery that may be evaluated
     * for each row, it would delete more than the limit.
     */
    private static final String DELETE =
            """
            with old as materialized (
                select key as old_key from audit.once where seen_at < ? order by seen_at limit ? for update skip locked)
            delete from audit.once using old where key = old_key
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
