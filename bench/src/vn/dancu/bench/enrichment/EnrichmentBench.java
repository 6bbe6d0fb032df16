package vn.dancu.bench.enrichment;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;
import vn.dancu.bench.register.JdbcPeople;
import vn.dancu.bench.trail.Callers;
import vn.dancu.bench.trail.Words;
import vn.dancu.bus.delivery.ClaimCheck;
import vn.dancu.bus.enrichment.EnrichmentJob;
import vn.dancu.bus.enrichment.EnrichmentJobState;
import vn.dancu.bus.message.population.CitizenFields;
import vn.dancu.bus.register.PersonKey;

/** A file of cards from its receipt to its certificate, beside the floor, in one run. */
public final class EnrichmentBench {

    private static final Map<String, String> DEFAULTS = Map.of(
            "people", "1000000",
            "passes", "new,changed,unchanged",
            "shuffled", "no",
            "chunk", "50000",
            "buffers", "1GB",
            "online", "10",
            "callers", "16",
            "keep", "no");

    private static final double GIB = 1L << 30;

    /** Seconds from one line about a job to the next. */
    private static final double PROGRESS = 15;

    private final Words words;
    private final StringBuilder text = new StringBuilder();
    private final Path folder;

    private EnrichmentBench(Words words, Path folder) {
        this.words = words;
        this.folder = folder;
    }

    /**
     * Fills a register, and brings files to it.
     *
     * @param folder for the database and the files; emptied before, unless {@code keep=yes} left a register in it
     * @return the tables
     */
    public static String run(Path folder, List<String> settings) {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        EnrichmentBench bench = new EnrichmentBench(Words.of(DEFAULTS, settings), folder);
        try {
            for (int people : bench.words.numbers("people")) {
                FileSystemUtils.deleteRecursively(folder);
                bench.measure(people);
            }
            if (!bench.words.text("keep").equals("yes")) {
                FileSystemUtils.deleteRecursively(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The bench of enrichment cannot run", e);
        }
        return bench.text.toString();
    }

    private void measure(int people) throws IOException {
        Path database = folder.resolve("database");
        Files.createDirectories(database);
        long start = System.nanoTime();
        // Nothing of the register is lost that cannot be made again.
        try (EmbeddedPostgres postgres = server(database, Map.of("fsync", "off", "full_page_writes", "off"))) {
            String jdbcUrl = postgres.getJdbcUrl("postgres", "postgres");
            Flyway.configure().dataSource(jdbcUrl, "postgres", null).load().migrate();
            new JdbcPeople(jdbcUrl).growTo(people);
        }
        line(
                "%n## %,d people, register filled in %.0f s; heap of this JVM at most %d MB",
                people, seconds(start), Runtime.getRuntime().maxMemory() >> 20);
        try (EmbeddedPostgres postgres = server(database, Map.of())) {
            String jdbcUrl = postgres.getJdbcUrl("postgres", "postgres");
            double[] floors = floors(jdbcUrl, people);
            pipeline(jdbcUrl, people, floors);
        }
    }

    private List<String> passes() {
        return List.of(words.text("passes").split(","));
    }

    private HealthCards cards(int people, String pass) {
        int place = pass.equals("new") ? 1001 : 1002;
        return new HealthCards(people, place, words.text("shuffled").equals("yes"));
    }

    private double[] floors(String jdbcUrl, int people) {
        line("%n| floor | COPY s | merge s | together s | µs a record |%n|---|---|---|---|---|");
        double[] floors = new double[passes().size()];
        try (JdbcFloor floor = new JdbcFloor(jdbcUrl)) {
            for (int i = 0; i < floors.length; i++) {
                double[] spans = floor.run(cards(people, passes().get(i)));
                floors[i] = spans[0] + spans[1];
                line(
                        "| %s | %.1f | %.1f | %.1f | %.2f |",
                        passes().get(i), spans[0], spans[1], floors[i], 1e6 * floors[i] / people);
            }
            floor.forget();
        }
        return floors;
    }

    private void pipeline(String jdbcUrl, int people, double[] floors) throws IOException {
        try (JdbcFloor disk = new JdbcFloor(jdbcUrl);
                EnrichmentRooms rooms = new EnrichmentRooms(jdbcUrl, folder.resolve("files"), words.number("chunk"))) {
            long before = disk.bytes();
            line(
                    "%n| job | stored s | read, checked, staged s | matched, merged s | balanced, signed s | together s | µs a record"
                            + " | of the floor | heap MB | disk GiB at most |%n|---|---|---|---|---|---|---|---|---|---|");
            StringBuilder evidence = new StringBuilder();
            for (int i = 0; i < floors.length; i++) {
                evidence.append("\n\nRecord of one person before the job \"")
                        .append(passes().get(i))
                        .append("\":\n")
                        .append(disk.record(people / 2));
                UUID id = job(rooms, disk, cards(people, passes().get(i)), passes().get(i), floors[i], before);
                evidence.append("\n\nand after it:\n")
                        .append(disk.record(people / 2))
                        .append("\n")
                        .append(new JobEvidence(rooms, Path.of("bench/results")).of(id, people));
            }
            line("%s", evidence);
            if (words.number("online") > 0) {
                online(rooms, people);
            }
        }
    }

    private UUID job(EnrichmentRooms rooms, JdbcFloor disk, HealthCards cards, String pass, double floor, long before)
            throws IOException {
        resetHeap();
        long start = System.nanoTime();
        ClaimCheck content = rooms.store(cards.file());
        double stored = seconds(start);
        long submitted = System.nanoTime();
        UUID id = rooms.submit(content, cards.people(), pass + " " + cards.place());
        double staged = await(rooms, id, EnrichmentJobState.CHECKED, submitted);
        long most = disk.bytes();
        double merged = await(rooms, id, EnrichmentJobState.MERGED, submitted);
        most = Math.max(most, disk.bytes()) - before + size(folder.resolve("files"));
        double whole = await(rooms, id, EnrichmentJobState.CERTIFIED, submitted);
        line(
                "| %s | %.1f | %.1f | %.1f | %.1f | %.1f | %.2f | %.2f | %d | %.1f |",
                pass,
                stored,
                staged,
                merged - staged,
                whole - merged,
                whole,
                1e6 * whole / cards.people(),
                whole / floor,
                heap(),
                most / GIB);
        return id;
    }

    /** Look-ups by so many callers, alone, while a job that stands back for them reads its file, and while it merges. */
    private void online(EnrichmentRooms rooms, int people) {
        Duration time = Duration.ofSeconds(words.number("online"));
        load(rooms, people, time);
        HealthCards cards = new HealthCards(people, 1003, words.text("shuffled").equals("yes"));
        ClaimCheck content = rooms.store(cards.file());
        Callers.Result before = load(rooms, people, time);
        UUID id = rooms.submit(content, people, "beside questions");
        Callers.Result reading = load(rooms, people, time);
        long read = rooms.job(id).staged();
        await(rooms, id, EnrichmentJobState.CHECKED, System.nanoTime());
        long worked = rooms.job(id).worked();
        Callers.Result merging = load(rooms, people, time);
        long merged = rooms.job(id).worked() - worked;
        rooms.cancel(id);
        Callers.Result after = load(rooms, people, time);
        double alone = (before.perSecond() + after.perSecond()) / 2;
        line(
                "%n| look-ups by %d callers | a second | p50 µs | p99 µs | of the rate alone | records of the job a second |"
                        + "%n|---|---|---|---|---|---|",
                words.number("callers"));
        answers("alone, before", before, alone, 0);
        answers("beside a job that reads its file", reading, alone, read);
        answers("beside a job that merges", merging, alone, merged);
        answers("alone, after", after, alone, 0);
    }

    private void answers(String when, Callers.Result result, double alone, long records) {
        line(
                "| %s | %.0f | %.0f | %.0f | %.2f | %.0f |",
                when,
                result.perSecond(),
                1000 * result.spans().millis(0.5),
                1000 * result.spans().millis(0.99),
                result.perSecond() / alone,
                records / result.seconds());
    }

    private Callers.Result load(EnrichmentRooms rooms, int people, Duration time) {
        return Callers.run(words.number("callers"), time, () -> {
            Random random = new Random();
            return () -> {
                PersonKey key = JdbcPeople.key(1 + random.nextInt(people));
                rooms.questions().began();
                rooms.register().findCitizen(key, CitizenFields.OF_CITIZEN);
                rooms.questions().ended();
            };
        });
    }

    /** Seconds until the job is there. */
    private static double await(EnrichmentRooms rooms, UUID id, EnrichmentJobState state, long since) {
        long shown = System.nanoTime();
        while (true) {
            EnrichmentJob job = rooms.job(id);
            if (job.state() == EnrichmentJobState.FAILED || job.state() == EnrichmentJobState.WAITING) {
                throw new IllegalStateException("The job does not go on: " + job.cause());
            }
            if (job.stage().compareTo(state) >= 0) {
                return seconds(since);
            }
            if (seconds(shown) > PROGRESS) {
                shown = System.nanoTime();
                progress(job);
            }
            LockSupport.parkNanos(100_000_000);
        }
    }

    /** As the list of jobs has it. */
    private static void progress(EnrichmentJob job) {
        Instant now = Clock.systemUTC().instant();
        Duration remaining = job.remaining(now);
        System.out.println(String.format(
                Locale.ROOT,
                "    %s: %,d of %,d, %,.0f a second, %s s left",
                job.state().code(),
                job.done(),
                job.total(),
                job.rate(now),
                remaining == null ? "no" : remaining.toSeconds()));
    }

    private static void resetHeap() {
        ManagementFactory.getMemoryPoolMXBeans().forEach(pool -> pool.resetPeakUsage());
    }

    private static long heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                >> 20;
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            long bytes = 0;
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
            return bytes;
        }
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private EmbeddedPostgres server(Path database, Map<String, String> settings) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(database)
                .setCleanDataDirectory(false)
                .setServerConfig("shared_buffers", words.text("buffers"))
                .setServerConfig("max_wal_size", "4GB");
        settings.forEach(builder::setServerConfig);
        return builder.start();
    }

    private void line(String form, Object... values) {
        String line = String.format(Locale.ROOT, form, values);
        text.append(line).append('\n');
        System.out.println(line);
    }
}
