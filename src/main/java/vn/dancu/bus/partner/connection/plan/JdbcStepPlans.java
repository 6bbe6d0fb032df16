package vn.dancu.bus.partner.connection.plan;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** The steps files that were ever in force, by their hash. */
final class JdbcStepPlans implements StepPlans {

    private final JdbcTemplate jdbc;
    private final StepPlanReader reader = new StepPlanReader();
    private final StepPlan current;
    private final Map<String, StepPlan> known = new ConcurrentHashMap<>();

    /** Keeps the plan of the file for the applications that begin with it. */
    JdbcStepPlans(JdbcTemplate jdbc, Clock clock, String source, String content) {
        this.jdbc = jdbc;
        this.current = reader.read(source, content);
        jdbc.update(
                "insert into partner.step_plan (hash, content, source, seen_at) values (?, ?, ?, ?) on conflict do nothing",
                current.version(),
                content,
                source,
                clock.instant().atOffset(ZoneOffset.UTC));
    }

    @Override
    public StepPlan current() {
        return current;
    }

    @Override
    public StepPlan of(String version) {
        return known.computeIfAbsent(version, this::read);
    }

    private StepPlan read(String hash) {
        String content =
                jdbc.queryForObject("select content from partner.step_plan where hash = ?", String.class, hash);
        if (content == null) {
            throw new IllegalStateException("A plan is kept with its content");
        }
        return reader.read("step plan " + hash, content);
    }
}
