package vn.dancu.bus.enrichment.upkeep;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is open of jobs and differences, as metrics: counted by indexes of what is open alone. */
final class JdbcEnrichmentGauges {

    private static final List<String> STATES =
            List.of("received", "checked", "merged", "balanced", "paused", "suspended", "waiting");

    private final JdbcTemplate jdbc;
    private final MultiGauge jobs;
    private final MultiGauge records;
    private final MultiGauge differences;

    JdbcEnrichmentGauges(JdbcTemplate jdbc, MeterRegistry registry) {
        this.jdbc = jdbc;
        this.jobs = MultiGauge.builder("dancu.enrichment.jobs")
                .description("Jobs of enrichment that are open, by how they stand")
                .register(registry);
        this.records = MultiGauge.builder("dancu.enrichment.left")
                .description("Records of open jobs that are checked and have no outcome yet")
                .register(registry);
        this.differences = MultiGauge.builder("dancu.enrichment.differences")
                .description(
                        "Differences that wait: open for a clerk, asked for the source, proposed for a second person")
                .register(registry);
    }

    void count() {
        Map<String, Long> open = new TreeMap<>();
        STATES.forEach(state -> open.put(state, 0L));
        long[] left = new long[1];
        jdbc.query(
                "select coalesce(hold, state) as standing, count(*) as jobs, sum(staged - worked) as remaining from enrichment.job"
                        + " where state in ('received', 'checked', 'merged', 'balanced') group by 1",
                rs -> {
                    open.merge(rs.getString("standing"), rs.getLong("jobs"), Long::sum);
                    left[0] += rs.getLong("remaining");
                });
        jobs.register(rows(open), true);
        records.register(List.of(MultiGauge.Row.of(Tags.empty(), left[0])), true);
        Map<String, Long> waiting = new TreeMap<>(Map.of("open", 0L, "asked", 0L));
        jdbc.query(
                "select state, count(*) as differences from enrichment.difference where state in ('open', 'asked') group by state",
                rs -> {
                    waiting.put(rs.getString("state"), rs.getLong("differences"));
                });
        Long proposed = jdbc.queryForObject(
                "select coalesce(sum(records), 0) from enrichment.decision where state = 'proposed'", Long.class);
        waiting.put("proposed", Objects.requireNonNullElse(proposed, 0L));
        differences.register(rows(waiting), true);
    }

    private static List<MultiGauge.Row<?>> rows(Map<String, Long> counts) {
        List<MultiGauge.Row<?>> rows = new ArrayList<>();
        counts.forEach((state, count) -> rows.add(MultiGauge.Row.of(Tags.of("state", state), count)));
        return rows;
    }
}
