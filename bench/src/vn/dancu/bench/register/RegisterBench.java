package vn.dancu.bench.register;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.flywaydb.core.Flyway;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;
import vn.dancu.bench.trail.Spans;
import vn.dancu.bench.trail.Words;
import vn.dancu.bus.message.population.CitizenFields;
import vn.dancu.bus.message.population.ResultStatus;
import vn.dancu.bus.register.PersonKey;

/** What one look-up with all fields costs in a register that grows. */
public final class RegisterBench {

    private static final Map<String, String> DEFAULTS = Map.of(
            "people", "100000,1000000,10000000", "seconds", "10", "warmup", "10", "callers", "1,16", "buffers", "1GB");

    private final Words words;
    private final StringBuilder text = new StringBuilder();

    private RegisterBench(Words words) {
        this.words = words;
    }

    /** What the callers of one row did. */
    private record Load(long lookups, double seconds, Spans spans, double processorMicros, double databaseMicros) {}

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
            line("| people | on disk | filled in s | callers | look-ups/s | p50 µs | p99 µs | JVM µs | database µs |%n"
                    + "|---|---|---|---|---|---|---|---|---|");
            for (int size : words.numbers("people")) {
                long start = System.nanoTime();
                people.growTo(size);
                long filled = (System.nanoTime() - start) / 1_000_000_000;
                try (RegisterRoom room = new RegisterRoom(jdbcUrl)) {
                    load(room, size, 16, Duration.ofSeconds(words.number("warmup")));
                    for (int callers : words.numbers("callers")) {
                        Load load = load(room, size, callers, Duration.ofSeconds(words.number("seconds")));
                        line(
                                "| %,d | %s | %d | %d | %.0f | %.0f | %.0f | %.0f | %.0f |",
                                size,
                                people.size(),
                                filled,
                                callers,
                                load.lookups() / load.seconds(),
                                1000 * load.spans().millis(0.5),
                                1000 * load.spans().millis(0.99),
                                load.processorMicros(),
                                load.databaseMicros());
                    }
                }
            }
        }
    }

    private static Load load(RegisterRoom room, int people, int callers, Duration time) {
        ExecutorService pool = Executors.newFixedThreadPool(callers);
        try {
            Duration processor = processor(ProcessHandle.current());
            Duration database = database();
            long start = System.nanoTime();
            List<Future<long[]>> loops = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                Random random = new Random();
                loops.add(pool.submit(() -> loop(room, people, random, start + time.toNanos())));
            }
            List<long[]> spans = new ArrayList<>();
            for (Future<long[]> loop : loops) {
                spans.add(loop.get());
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            long[] all = spans.stream().flatMapToLong(Arrays::stream).toArray();
            return new Load(
                    all.length,
                    seconds,
                    Spans.of(all),
                    micros(processor(ProcessHandle.current()).minus(processor), all.length),
                    micros(database().minus(database), all.length));
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("A caller failed", e);
        } finally {
            pool.shutdown();
        }
    }

    private static long[] loop(RegisterRoom room, int people, Random random, long end) {
        long[] spans = new long[1024];
        int count = 0;
        long before = System.nanoTime();
        while (before < end) {
            PersonKey key = JdbcPeople.key(1 + random.nextInt(people));
            room.questions().began();
            ResultStatus status =
                    room.register().findCitizen(key, CitizenFields.OF_CITIZEN).status();
            room.questions().ended();
            if (status != ResultStatus.FOUND) {
                throw new IllegalStateException("Every person of the bench is in the register");
            }
            long after = System.nanoTime();
            if (count == spans.length) {
                spans = Arrays.copyOf(spans, 2 * count);
            }
            spans[count++] = after - before;
            before = after;
        }
        return Arrays.copyOf(spans, count);
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
