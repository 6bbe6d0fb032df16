package vn.dancu.bus.policy.selfservice;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.kernel.PartnerId;

/** The table of follow lists. */
final class JdbcRelationships {

    private static final String HOLDS =
            """
            select count(*) from policy.relationship
            where partner = ? and person_hash = ? and since <= ? and (until is null or until > ?)
            """;

    /** {@code xmax} is 0 in a row that was not there before. */
    private static final String PUT =
            """
            insert into policy.relationship as those (partner, person_hash, since, until, issue, changed_at)
            values (?, ?, ?, ?, ?, ?)
            on conflict (partner, person_hash) do update
                set since = excluded.since, until = excluded.until, issue = excluded.issue,
                    changed_at = excluded.changed_at
            returning case when xmax = 0 then 1 else 0 end
            """;

    private final JdbcTemplate jdbc;

    JdbcRelationships(DataSource dataSource, Duration timeout) {
        this.jdbc = new JdbcTemplate(dataSource);
        jdbc.setQueryTimeout((int) Math.max(1, timeout.toSeconds()));
    }

    /** One relationship of a partner. */
    record Row(byte[] person, Instant since, @Nullable Instant until, @Nullable String issue) {}

    /** The database did not answer, or not in time. */
    static final class ListUnavailable extends Exception {

        private static final long serialVersionUID = 1L;

        ListUnavailable(Throwable cause) {
            super(cause);
        }
    }

    boolean holds(PartnerId partner, byte[] person, Instant now) throws ListUnavailable {
        try {
            Timestamp at = Timestamp.from(now);
            Long count = jdbc.queryForObject(HOLDS, Long.class, partner.value(), person, at, at);
            return count != null && count > 0;
        } catch (DataAccessException e) {
            throw new ListUnavailable(e);
        }
    }

    /** How many were new; the caller holds off others who change the list of this partner. */
    int put(PartnerId partner, List<Row> rows, Instant now) {
        int added = 0;
        for (Row row : rows) {
            Integer one = jdbc.queryForObject(
                    PUT,
                    Integer.class,
                    partner.value(),
                    row.person(),
                    Timestamp.from(row.since()),
                    row.until() == null ? null : Timestamp.from(row.until()),
                    row.issue(),
                    Timestamp.from(now));
            added += one == null ? 0 : one;
        }
        return added;
    }

    /** How many were there. */
    int remove(PartnerId partner, List<byte[]> persons) {
        Integer removed = jdbc.queryForObject(
                """
                with gone as (
                    delete from policy.relationship where partner = ? and person_hash = any (?) returning 1)
                select count(*) from gone
                """,
                Integer.class,
                partner.value(),
                persons.toArray(byte[][]::new));
        return removed == null ? 0 : removed;
    }
}
