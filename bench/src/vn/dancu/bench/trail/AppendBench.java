package vn.dancu.bench.trail;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import vn.dancu.bus.BusApplication;
import vn.dancu.bus.audit.AuditSettings;
import vn.dancu.bus.audit.AuditTrail;

/** How many records a second become durable, with the whole bus running, beside PostgreSQL's own batched inserts. */
public final class AppendBench {

    private static final Map<String, String> DEFAULTS =
            Map.of("callers", "16,64,256", "seconds", "10", "warmup", "20", "costs", "yes");

    /** What is left out to see what it costs; each in a copy of the database of its own. */
    private static final List<List<String>> COSTS = List.of(
            List.of("as it is", ""),
            List.of("without the index by id", "drop index audit.event_by_id"),
            List.of("without the index by person", "drop index audit.event_by_person"),
            List.of("without the index by partner", "drop index audit.event_by_partner"),
            List.of("without the index by officer", "drop index audit.event_by_officer"),
            List.of("without the index by time", "drop index audit.event_by_time"),
            List.of(
                    "the index by time a BRIN",
                    "drop index audit.event_by_time; create index event_by_time on audit.event using brin (occurred_at)"
                            + " with (pages_per_range = 32)"),
            List.of(
                    "the key alone",
                    "drop index audit.event_by_id; drop index audit.event_by_person; drop index audit.event_by_partner;"
                            + " drop index audit.event_by_officer; drop index audit.event_by_time"),
            List.of(
                    "the key alone, no partitions",
                    "alter table audit.event rename to parted; create table audit.event (like audit.parted including"
                            + " defaults, primary key (xid, seq, kind, occurred_at))"));

    private final Words words;
    private final StringBuilder text = new StringBuilder();

    private AppendBench(Words words) {
        this.words = words;
    }

    /**
     * Runs it all.
     *
     * @param folder for the data of the sandbox; emptied before
     * @param arguments of a bus in profile sandbox on data of its own
     * @return the table
     */
    public static String run(Path folder, List<String> arguments, String jdbcUrl, List<String> settings) {
        AppendBench bench = new AppendBench(Words.of(DEFAULTS, settings));
        List<String> all = new ArrayList<>(arguments);
        all.add("--dancu.sandbox.citizens=1000");
        all.add("--logging.level.root=WARN");
        all.add("--logging.file.name=" + folder.resolve("append-bus.log"));
        try (ConfigurableApplicationContext bus =
                new SpringApplicationBuilder(BusApplication.class).run(all.toArray(String[]::new))) {
            bench.measure(bus.getBean(AuditTrail.class), new JdbcLimit(jdbcUrl), bus.getBean(AuditSettings.class));
        }
        return bench.text.toString();
    }

    private void measure(AuditTrail trail, JdbcLimit limit, AuditSettings settings) {
        Duration seconds = Duration.ofSeconds(words.number("seconds"));
        Appending appending = new Appending(trail);
        appending.load(64, Duration.ofSeconds(words.number("warmup")));
        line("bytes of an event: %d; a row with its indexes: %d", limit.bytesOfEvent(), limit.bytesOfRow());
        line("%n| the trail, everything on | records/s | p50 ms | p99 ms | records a commit |%n|---|---|---|---|---|");
        double best = 0;
        int batch = 1;
        for (int callers : words.numbers("callers")) {
            JdbcLimit.Count before = limit.count();
            Callers.Result result = appending.load(callers, seconds);
            batch = Math.max(1, (int) Math.round(limit.count().since(before)));
            best = Math.max(best, result.perSecond());
            Spans spans = result.spans();
            line(
                    "| %d callers | %.0f | %.2f | %.2f | %d |",
                    callers, result.perSecond(), spans.millis(0.5), spans.millis(0.99), batch);
        }
        delays(appending, settings, seconds);
        double most = limits(limit, batch, seconds);
        line("%ntrail / limit: %.2f (the best of each)", best / most);
        if (words.text("costs").equals("yes")) {
            costs(limit, batch, seconds);
        }
    }

    private void delays(Appending appending, AuditSettings settings, Duration seconds) {
        try (EventDelays delays = EventDelays.watch(settings)) {
            Callers.Result result = appending.load(16, seconds);
            Spans spans = delays.spans();
            line(
                    "%nto a reader of Kafka, 16 callers, %.0f records/s: p50 %.0f ms, p99 %.0f ms, worst %.0f ms, of %d",
                    result.perSecond(), spans.millis(0.5), spans.millis(0.99), spans.millis(1), spans.nanos().length);
        }
    }

    /** The best that PostgreSQL does with the same rows in the same table: no queue, no waiting callers, no once-key. */
    private double limits(JdbcLimit limit, int batch, Duration seconds) {
        line("%n| PostgreSQL alone, two connections | records a commit | records/s |%n|---|---|---|");
        double most = 0;
        for (int size : batch == 512 ? List.of(512) : List.of(batch, 512)) {
            for (JdbcLimit.Way way : JdbcLimit.Way.values()) {
                double rate = limit.measure(way, size, seconds, "");
                most = Math.max(most, rate);
                line("| %s | %d | %.0f |", way.title(), size, rate);
            }
        }
        return most;
    }

    private void costs(JdbcLimit limit, int batch, Duration seconds) {
        line("%n| What costs what (arrays, %d a commit) | records/s |%n|---|---|", batch);
        for (List<String> cost : COSTS) {
            line("| %s | %.0f |", cost.get(0), limit.measure(JdbcLimit.Way.ARRAYS, batch, seconds, cost.get(1)));
        }
    }

    private void line(String form, Object... values) {
        text.append(String.format(Locale.ROOT, form, values)).append('\n');
    }
}
