package vn.dancu.bus.audit.inspection;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** What PostgreSQL does for a search. It is in the room's package because nobody else sees the room's statements. */
public final class Plans {

    /** The plan, with times and pages; the statement is run. */
    public static String of(JdbcTemplate jdbc, Search search, byte @Nullable [] personHash) {
        JdbcSearch.Query query = JdbcSearch.query(search, personHash);
        jdbc.execute("set plan_cache_mode = force_custom_plan");
        return String.join(
                "\n",
                jdbc.queryForList(
                        "explain (analyze, buffers, summary, costs off) " + query.sql(),
                        String.class,
                        query.values().toArray()));
    }

    private Plans() {}
}
