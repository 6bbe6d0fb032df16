package vn.dancu.bench.register;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;
import vn.dancu.bench.trail.Callers;
import vn.dancu.bench.trail.Words;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.message.population.CitizenFields;
import vn.dancu.bus.message.population.ResultStatus;
import vn.dancu.bus.register.PersonKey;

/** What one look-up with all fields of its own, and with groups that other authorities brought, costs in a register that grows. */
public final class RegisterBench {

    private static final Map<String, String> DEFAULTS = Map.of(
            "people",
            "100000,1000000,10000000",
            "seconds",
            "10",
            "warmup",
            "10",
            "callers",
            "1,16",
            "groups",
            "0",
            "buffers",
            "1GB");

    private final Words words;
    private final StringBuilder text = new StringBuilder();

    private RegisterBench(Words words) {
        this.words = words;
    }

    /** What the callers of one row did. */
    private record Load(Callers.Result done, double processorMicros, double databaseMicros) {}

    /**
     * Fills and looks up.
     *
     * @param folder for the database; emptied before and afterwards
     * @return the table
     */
    public static String run(Path folder, List<String> settings) {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        RegisterBench bench = new RegisterBench(Words.of(DEFAULTS, settings));
        try {
            FileSystemUtils.deleteRecursively(folder);
            bench.measure(folder);
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The database of the bench cannot run", e);
        }
        return bench.text.toString();
    }

    private void measure(Path folder) throws IOException {
        try (EmbeddedPostgres postgres = server(folder, words.text("buffers"))) {
            String jdbcUrl = postgres.getJdbcUrl("postgres", "postgres");
            Flyway.configure().dataSource(jdbcUrl, "postgres", null).load().migrate();
            JdbcPeople people = new JdbcPeople(jdbcUrl);
            line("| people | on disk | filled in s | groups | callers | look-ups/s | p50 µs | p99 µs | JVM µs | database µs |%n"
                    + "|---|---|---|---|---|---|---|---|---|---|");
            for (int size : words.numbers("people")) {
                long start = System.nanoTime();
                people.growTo(size);
                List<Integer> groups = words.numbers("groups");
                people.bring(Collections.max(groups));
                long filled = (System.nanoTime() - start) / 1_000_000_000;
                try (RegisterRoom room = new RegisterRoom(jdbcUrl)) {
                    for (int count : groups) {
                        Set<FieldPath> wanted = wanted(count);
                        load(room, size, wanted, 16, Duration.ofSeconds(words.number("warmup")));
                        for (int callers : words.numbers("callers")) {
                            Load load = load(room, size, wanted, callers, Duration.ofSeconds(words.number("seconds")));
                            line(
                                "| %,d | %s | %d | %d | %d | %.0f | %.0f | %.0f | %.0f | %.0f |",
                                size,
                                people.size(),
                                filled,
                                count,
                                callers,
                                load.done().perSecond(),
                                1000 * load.done().spans().millis(0.5),
                                1000 * load.done().spans().millis(0.99),
                                load.processorMicros(),
                                load.databaseMicros());
                        }
                    }
                }
            }
        }
    }

    /** All fields of the register's own and so many groups. */
    private static Set<FieldPath> wanted(int groups) {
        Set<FieldPath> wanted = new LinkedHashSet<>(CitizenFields.OF_CITIZEN);
        CitizenFields.GROUPS.stream().limit(groups).forEach(group -> wanted.add(group.path()));
        return wanted;
    }

    private static Load load(RegisterRoom room, int people, Set<FieldPath> wanted, int callers, Duration time) {
        Duration processor = processor(ProcessHandle.current());
        Duration database = database();
        Callers.Result done = Callers.run(callers, time, () -> {
            Random random = new Random();
            return () -> find(room, JdbcPeople.key(1 + random.nextInt(people)), wanted);
        });
        return new Load(
                done,
                micros(processor(ProcessHandle.current()).minus(processor), done.count()),
                micros(database().minus(database), done.count()));
    }

    private static void find(RegisterRoom room, PersonKey key, Set<FieldPath> wanted) {
        room.questions().began();
        ResultStatus status =
                room.register().findCitizen(key, wanted).status();
        room.questions().ended();
        if (status != ResultStatus.FOUND) {
            throw new IllegalStateException("Every person of the bench is in the register");
        }
    }

    /** Of all PostgreSQL processes of the machine. */
    private static Duration database() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().command().orElse("").endsWith("/postgres"))
                .map(RegisterBench::processor)
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration processor(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static double micros(Duration spent, long lookups) {
        return spent.toNanos() / 1e3 / Math.max(1, lookups);
    }

    private static EmbeddedPostgres server(Path folder, String buffers) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setServerConfig("shared_buffers", buffers)
                .setServerConfig("max_wal_size", "8GB")
                .setServerConfig("wal_level", "minimal")
                .setServerConfig("max_wal_senders", "0")
                .setServerConfig("fsync", "off")
                .setServerConfig("full_page_writes", "off")
                .setServerConfig("jit", "off")
                .start();
    }

    private void line(String form, Object... values) {
        text.append(String.format(Locale.ROOT, form, values)).append('\n');
    }
}
