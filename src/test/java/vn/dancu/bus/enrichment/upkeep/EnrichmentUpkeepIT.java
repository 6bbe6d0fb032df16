package vn.dancu.bus.enrichment.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.InputStream;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.delivery.ClaimCheck;
import vn.dancu.bus.delivery.ClaimChecks;
import vn.dancu.bus.enrichment.EnrichmentJobSettings;
import vn.dancu.bus.fixtures.MigratedDatabase;

/** What is kept of jobs goes when its time is over, each kind by its own act, and what is open is counted. */
class EnrichmentUpkeepIT {

    private static final Instant NOW = Instant.parse("2026-11-30T00:00:00Z");

    private final JdbcTemplate jdbc = new JdbcTemplate(MigratedDatabase.fresh());
    private final List<String> released = new ArrayList<>();
    private final Map<String, Integer> deleted = new TreeMap<>();

    private final ClaimChecks claims = new ClaimChecks() {
        @Override
        public ClaimCheck store(InputStream content, long limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public InputStream open(ClaimCheck check) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void keep(ClaimCheck check, String holder) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void release(ClaimCheck check, String holder) {
            released.add(holder + " " + check.length());
        }
    };

    private UUID decision;

    /** A job that ended ten days ago, one that ended long ago, and one that is checked; each with differences. */
    @BeforeEach
    void fill() {
        decision = UUID.randomUUID();
        jdbc.update(
                "insert into enrichment.decision (id, source, authority, decision, reason, records, state, proposed_by, proposed_at,"
                        + " ended_by, ended_at) values (?, 'the-bhyt', 'bhxh-viet-nam', 'refuse', 'x', 1, 'done', 'a.b', ?, 'a.b', ?)",
                decision,
                ago(40),
                ago(40));
        job(1, "certified", 10);
        job(2, "certified", 400);
        job(3, "checked", 0);
    }

    private static Timestamp ago(long days) {
        return Timestamp.from(NOW.minus(Duration.ofDays(days)));
    }

    private void job(int number, String state, long days) {
        boolean hasEnded = state.equals("certified");
        jdbc.update(
                "insert into enrichment.job (id, number, source, authority, document, profile, content, content_length, content_sha256,"
                        + " verified_on, delivered_by, received_at, state, changed_at, next_try, chunk_records, staged, worked, sheet,"
                        + " result, result_length, result_sha256, certificate) overriding system value values (?, ?, 'the-bhyt',"
                        + " 'bhxh-viet-nam', ?, 'csv', ?, 1, 'x', current_date, 'a', ?, ?, ?, ?, 10, 10, 4, ?, ?, ?, ?, ?)",
                UUID.randomUUID(),
                number,
                "document " + number,
                UUID.randomUUID(),
                ago(days),
                state,
                ago(days),
                ago(days),
                hasEnded ? "sheet" : null,
                hasEnded ? UUID.randomUUID() : null,
                hasEnded ? 100L + number : null,
                hasEnded ? "y" : null,
                hasEnded ? new byte[] {1} : null);
        difference(number, 1, "open");
        difference(number, 2, "refused");
    }

    private void difference(int job, int line, String state) {
        jdbc.update(
                "insert into enrichment.difference (job, line, outcome, number, name_folded, birth_year, verified_on, content, state,"
                        + " decision) values (?, ?, 'unknown', '999000000001', 'A', 1990, current_date, '', ?, ?)",
                job,
                line,
                state,
                state.equals("open") ? null : decision);
    }

    private void delete(Duration results, Duration decided, Duration open, Duration jobs) {
        new JdbcEnrichmentDeletion(
                        jdbc,
                        claims,
                        (String action, Instant before, ToIntFunction<Instant> rows) ->
                                deleted.put(action.substring("enrichment.".length()), rows.applyAsInt(before)),
                        new EnrichmentJobSettings.Keep(results, decided, open, jobs),
                        Clock.fixed(NOW, ZoneOffset.UTC))
                .run();
    }

    private int count(String table) {
        Integer count = jdbc.queryForObject("select count(*) from enrichment." + table, Integer.class);
        return count == null ? 0 : count;
    }

    @Test
    void deletesEachKindWhenItsTimeIsOverAndLetsGoOfItsFile() {
        delete(Duration.ofDays(90), Duration.ofDays(90), Duration.ofDays(365), Duration.ofDays(3650));

        assertThat(deleted)
                .isEqualTo(Map.of(
                        "results_deleted", 1,
                        "decided_differences_deleted", 0,
                        "open_differences_deleted", 1,
                        "jobs_deleted", 0));
        assertThat(released)
                .singleElement()
                .asString()
                .startsWith("enrichment/")
                .endsWith(" 102");
        assertThat(count("job where result is null and sheet is not null and result_sha256 = 'y'"))
                .isEqualTo(1);
        assertThat(count("difference")).isEqualTo(5);
    }

    @Test
    void deletesAJobWithItsDecisionsWhenNothingOfItIsLeft() {
        delete(Duration.ofDays(90), Duration.ofDays(30), Duration.ofDays(365), Duration.ofDays(380));

        assertThat(deleted).containsEntry("decided_differences_deleted", 3).containsEntry("jobs_deleted", 1);
        assertThat(count("job")).isEqualTo(2);
        assertThat(count("decision")).isEqualTo(1);

        delete(Duration.ofDays(1), Duration.ofDays(1), Duration.ofDays(1), Duration.ofDays(1));

        assertThat(count("job")).isEqualTo(1);
        assertThat(count("job where state = 'checked'")).isEqualTo(1);
        assertThat(count("decision")).isZero();
        assertThat(count("difference")).as("of a job that is open").isEqualTo(1);
    }

    @Test
    void countsWhatIsOpen() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();

        new JdbcEnrichmentGauges(jdbc, registry).count();

        assertThat(registry.get("dancu.enrichment.jobs")
                        .tag("state", "checked")
                        .gauge()
                        .value())
                .isEqualTo(1);
        assertThat(registry.get("dancu.enrichment.jobs")
                        .tag("state", "paused")
                        .gauge()
                        .value())
                .isZero();
        assertThat(registry.get("dancu.enrichment.left").gauge().value()).isEqualTo(6);
        assertThat(registry.get("dancu.enrichment.differences")
                        .tag("state", "open")
                        .gauge()
                        .value())
                .isEqualTo(3);
        assertThat(registry.get("dancu.enrichment.differences")
                        .tag("state", "proposed")
                        .gauge()
                        .value())
                .isZero();
    }
}
