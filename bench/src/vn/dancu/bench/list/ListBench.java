package vn.dancu.bench.list;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.flywaydb.core.Flyway;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;
import vn.dancu.bench.register.JdbcPeople;
import vn.dancu.bench.trail.Words;
import vn.dancu.bus.listing.ListRequest;
import vn.dancu.bus.listing.ListState;

/** A list of everybody, from its request to the encrypted file, beside the writing of as many records by PostgreSQL alone. */
public final class ListBench {

    private static final Map<String, String> DEFAULTS =
            Map.of("people", "1000000", "forms", "csv", "piece", "5000", "buffers", "1GB");

    /** The records alone, as large as those of the bus, in one statement a piece: nothing is read, hashed or packed. */
    private static final String FLOOR =
            """
            insert into audit.event (seq, id, kind, occurred_at, partner, officer, result, person_hash, event)
            select n, gen_random_uuid(), 'ACT', now(), 'floor', 'floor', 'listing.person_listed', sha256(n::text::bytea), repeat('x', ?)
            from generate_series(?::int, ?::int) as n
            """;

    private final Words words;
    private final StringBuilder text = new StringBuilder();
    private final Path folder;

    private ListBench(Words words, Path folder) {
        this.words = words;
        this.folder = folder;
    }

    /**
     * Fills a register, and has lists of it drawn.
     *
     * @param folder for the database and the files; emptied before and after
     * @return the table
     */
    public static String run(Path folder, List<String> settings) {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        ListBench bench = new ListBench(Words.of(DEFAULTS, settings), folder);
        try {
            for (int people : bench.words.numbers("people")) {
                FileSystemUtils.deleteRecursively(folder);
                bench.measure(people);
            }
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The bench of lists cannot run", e);
        }
        return bench.text.toString();
    }

    private void measure(int people) throws IOException {
        Path database = folder.resolve("database");
        Files.createDirectories(database);
        // Nothing of the register is lost that cannot be made again.
        try (EmbeddedPostgres postgres = server(database, Map.of("fsync", "off", "full_page_writes", "off"))) {
            String jdbcUrl = postgres.getJdbcUrl("postgres", "postgres");
            Flyway.configure().dataSource(jdbcUrl, "postgres", null).load().migrate();
            new JdbcPeople(jdbcUrl).growTo(people);
        }
        try (EmbeddedPostgres postgres = server(database, Map.of());
                ListRooms rooms = new ListRooms(
                        postgres.getJdbcUrl("postgres", "postgres"), folder.resolve("files"), words.number("piece"))) {
            line("%n## A list of %,d people%n", people);
            line(
                    "| form | drawn s | packed s | together s | people/s | file MB | records alone s | heap MB |%n|---|---|---|---|---|---|---|---|");
            for (String form : words.text("forms").split(",")) {
                list(rooms, form, people);
            }
        }
    }

    private void list(ListRooms rooms, String form, int people) {
        ManagementFactory.getMemoryPoolMXBeans().forEach(pool -> pool.resetPeakUsage());
        long start = System.nanoTime();
        UUID id = rooms.ask(form);
        await(rooms, id, ListState.DRAWN);
        double drawn = seconds(start);
        await(rooms, id, ListState.READY);
        double ready = seconds(start);
        ListRequest request = rooms.find(id);
        if (request.listed() != people) {
            throw new IllegalStateException("The list has " + request.listed() + " of " + people + " people");
        }
        double floor = floor(rooms.jdbc(), people);
        line(
                "| %s | %.1f | %.1f | %.1f | %,.0f | %.1f | %.1f | %d |",
                form,
                drawn,
                ready - drawn,
                ready,
                people / ready,
                request.file() == null ? 0 : request.file().length() / 1e6,
                floor,
                heap());
    }

    private double floor(JdbcTemplate jdbc, int people) {
        Integer bytes = jdbc.queryForObject(
                "select length(event) from audit.event where result = 'listing.person_listed' limit 1", Integer.class);
        int piece = words.number("piece");
        long start = System.nanoTime();
        for (int from = 1; from <= people; from += piece) {
            jdbc.update(FLOOR, bytes, from, Math.min(people, from + piece - 1));
        }
        double taken = seconds(start);
        jdbc.update("delete from audit.event where partner = 'floor'");
        return taken;
    }

    private static void await(ListRooms rooms, UUID id, ListState state) {
        while (rooms.find(id).state().compareTo(state) < 0) {
            if (rooms.find(id).cause() != null) {
                throw new IllegalStateException(
                        "The list does not go on: " + rooms.find(id).cause());
            }
            LockSupport.parkNanos(50_000_000);
        }
    }

    private static long heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                >> 20;
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
