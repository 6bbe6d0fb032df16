package vn.dancu.bus.enrichment.job;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.enrichment.merge.PassedPeople;

/**
 * Whom the merged chunks of a job named and left as they were. Chunks are merged in their order, so what another instance merged meanwhile
 * comes behind what is known here. For one thread.
 */
final class JdbcPassedPeople {

    private final JdbcTemplate jdbc;
    private PassedPeople people = new PassedPeople();
    private @Nullable UUID job;
    private int last;

    JdbcPassedPeople(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Of all chunks of a locked job that were merged. */
    PassedPeople before(WorkedJob locked) {
        if (!locked.id().equals(job)) {
            people = new PassedPeople();
            job = locked.id();
            last = -1;
        }
        jdbc.query(
                "select number, passed from enrichment.chunk where job = ? and number > ? and passed is not null order by number",
                rs -> {
                    people.add(rs.getBytes("passed"));
                    last = rs.getInt("number");
                },
                locked.number(),
                last);
        return people;
    }
}
