package vn.dancu.bus.partner.connection;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** The steps files that were ever in force, by their hash. */
final class JdbcStepPlans {

    private final JdbcTemplate jdbc;
    private final StepPlanReader reading;
    private final Clock clock;
    private final Map<String, StepPlan> known = new ConcurrentHashMap<>();

    JdbcStepPlans(JdbcTemplate jdbc, StepPlanReader reading, Clock clock) {
        this.jdbc = jdbc;
        this.reading = reading;
        this.clock = clock;
    }

    /** Reads the file and keeps it for the applications that begin with it. */
    StepPlan keep(String source, String content) {
        StepPlan plan = reading.read(source, content);
        jdbc.update(
                "insert into partner.step_plan (hash, content, source, seen_at) values (?, ?, ?, ?) on conflict do nothing",
                plan.version(),
                content,
                source,
                clock.instant().atOffset(ZoneOffset.UTC));
        return plan;
    }

    /** @param hash of a plan that was kept */
    StepPlan of(String hash) {
        return known.computeIfAbsent(hash, this::read);
    }

    private StepPlan read(String hash) {
        String content =
                jdbc.queryForObject("select content from partner.step_plan where hash = ?", String.class, hash);
        if (content == null) {
            throw new IllegalStateException("A plan is kept with its content");
        }
        return reading.read("step plan " + hash, content);
    }
}
