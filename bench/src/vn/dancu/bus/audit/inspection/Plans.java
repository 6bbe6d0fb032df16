package vn.dancu.bus.audit.inspection;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.kernel.sql.GivenConditions;

/** What PostgreSQL does for a search. It is in the room's package because nobody else sees the room's statements. */
public final class Plans {

    /** The plan, with times and pages; the statement is run. Scans that found nothing are counted, not shown. */
    public static String of(JdbcTemplate jdbc, EventSearch search, byte @Nullable [] personHash) {
        GivenConditions query = JdbcEventSearch.query(search, personHash);
        jdbc.execute("set plan_cache_mode = force_custom_plan");
        return shortened(jdbc.queryForList(
                "explain (analyze, buffers, summary, costs off) " + query.sql(), String.class, query.values()));
    }

    /** The same of the own log of a person. */
    public static String ofLog(JdbcTemplate jdbc, PersonEvents.Query query, byte[] personHash, int limit) {
        PersonStatement statement = JdbcPersonEvents.list(query, List.of(personHash), null, limit);
        jdbc.execute("set plan_cache_mode = force_custom_plan");
        return shortened(jdbc.queryForList(
                "explain (analyze, buffers, summary, costs off) " + statement.sql(), String.class, statement.values()));
    }

    private static String shortened(List<String> plan) {
        List<String> shown = new ArrayList<>();
        int indexed = 0;
        int empty = 0;
        boolean hidden = false;
        for (String line : plan) {
            if (line.contains("->") || !line.startsWith(" ")) {
                boolean scan = line.contains(" on event_");
                boolean nothing = line.contains("rows=0 ") || line.contains("never executed");
                hidden = scan && nothing && !line.contains("Bitmap Index");
                indexed += hidden && !line.contains("Seq Scan") ? 1 : 0;
                empty += hidden && line.contains("Seq Scan") ? 1 : 0;
            }
            if (!hidden) {
                shown.add(line);
            }
        }
        shown.add("and without a row: " + indexed + " scans by index, " + empty + " of tables from beginning to end");
        return String.join("\n", shown);
    }

    private Plans() {}
}
