package vn.dancu.bench.trail;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;
import vn.dancu.bus.audit.PersonHash;
import vn.dancu.bus.audit.inspection.EventCursor;
import vn.dancu.bus.audit.inspection.EventSearch;
import vn.dancu.bus.audit.inspection.Plans;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.kernel.SecretBox;

/** How long each kind of search takes in a long trail, through the room's own face: with the act that it records. */
public final class SearchBench {

    private static final Map<String, String> DEFAULTS =
            Map.of("rows", "20000000", "months", "12", "probes", "200", "fill", "yes", "keep", "no");
    private static final Actor INSPECTOR = new Actor("bench.inspector", Set.of(Role.INSPECTOR));
    private static final int PAGE = 100;

    /** Begins the names of searches that no index can make quick. */
    private static final String SLOW = "(slow) ";

    private final Words words;
    private final List<YearMonth> months;
    private final StringBuilder text = new StringBuilder();

    private SearchBench(Words words, YearMonth last) {
        this.words = words;
        this.months = IntStream.range(0, words.number("months"))
                .mapToObj(last::minusMonths)
                .sorted()
                .toList();
    }

    /**
     * Fills and searches.
     *
     * @param folder for the database; emptied before, unless {@code fill=no} asks one that was kept, and afterwards, unless
     *     {@code keep=yes}
     * @param last the youngest month
     * @return the table, and the plans
     */
    public static String run(Path folder, YearMonth last, List<String> settings) {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        SearchBench bench = new SearchBench(Words.of(DEFAULTS, settings), last);
        try {
            if (bench.isFilling()) {
                FileSystemUtils.deleteRecursively(folder);
            }
            bench.measure(folder);
            if (!bench.words.text("keep").equals("yes")) {
                FileSystemUtils.deleteRecursively(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The database of the bench cannot run", e);
        }
        return bench.text.toString();
    }

    private boolean isFilling() {
        return words.text("fill").equals("yes");
    }

    private void measure(Path folder) throws IOException {
        if (isFilling()) {
            try (EmbeddedPostgres postgres = server(folder)) {
                fill(postgres.getJdbcUrl("postgres", "postgres"));
            }
        }
        Map<String, Function<Random, Asked>> kinds;
        try (EmbeddedPostgres postgres = server(folder);
                TrailRoom room = new TrailRoom(postgres.getJdbcUrl("postgres", "postgres"))) {
            kinds = kinds(events(room));
            table("just filled, the server started anew", room, kinds);
            table("the same questions again", room, kinds);
            text.append("\nPlans (the last question of each kind)\n");
            kinds.forEach((name, kind) -> {
                EventSearch[] searches = probes(name, kind);
                EventSearch search = searches[searches.length - 1];
                text.append("\n").append(name).append("\n").append(Plans.of(room.jdbc(), search, hash(search)));
            });
            text.append("\nown log, first 1,000\n")
                    .append(Plans.ofLog(
                            room.jdbc(),
                            OwnLogs.log(0, List.of()),
                            PersonHash.of(box(), OwnLogs.person(0)),
                            OwnLogs.LONG_PAGE));
        }
    }

    private void fill(String jdbcUrl) {
        long start = System.nanoTime();
        Flyway.configure().dataSource(jdbcUrl, "postgres", null).load().migrate();
        List<byte[]> hashes = IntStream.range(0, words.number("probes"))
                .mapToObj(i -> PersonHash.of(box(), person(i)))
                .toList();
        List<byte[]> busy = IntStream.range(0, JdbcFilling.BUSY_PERSONS)
                .mapToObj(i -> PersonHash.of(box(), OwnLogs.person(i)))
                .toList();
        new JdbcFilling(jdbcUrl).fill(Long.parseLong(words.text("rows")), months, hashes, busy);
        try (TrailRoom room = new TrailRoom(jdbcUrl)) {
            line(
                    "rows: %s in %d months, %d partners, %d officers, %d persons; filled in %d s",
                    room.jdbc().queryForObject("select count(*) from audit.event", Long.class),
                    months.size(),
                    JdbcFilling.PARTNERS,
                    JdbcFilling.OFFICERS,
                    JdbcFilling.PERSONS,
                    (System.nanoTime() - start) / 1_000_000_000);
            line(
                    "on disk: %s, of which indexes %s",
                    size(room, "pg_total_relation_size(relid)"), size(room, "pg_indexes_size(relid)"));
        }
    }

    private static @Nullable String size(TrailRoom room, String what) {
        String sql = "select pg_size_pretty(sum(" + what + ")) from pg_partition_tree('audit.event') where isleaf";
        return room.jdbc().queryForObject(sql, String.class);
    }

    private void table(String title, TrailRoom room, Map<String, Function<Random, Asked>> kinds) {
        line("%n| Search, %s | found | p50 ms | p99 ms | worst ms |%n|---|---|---|---|---|", title);
        kinds.forEach((name, kind) -> {
            EventSearch[] searches = probes(name, kind);
            row(name, searches.length, i -> room.inspection()
                    .search(INSPECTOR, searches[i])
                    .size());
        });
        List<String> messages = messages(room);
        row("message", messages.size(), i -> room.messages()
                .ofMessage(messages.get(i), PAGE)
                .size());
        OwnLogs.questions(room.persons(), moment(new Random(20261129)))
                .forEach((name, question) -> row(name, words.number("probes"), question));
    }

    private void row(String name, int questions, IntUnaryOperator found) {
        long[] nanos = new long[questions];
        long all = 0;
        for (int i = 0; i < questions; i++) {
            long before = System.nanoTime();
            all += found.applyAsInt(i);
            nanos[i] = System.nanoTime() - before;
        }
        Spans spans = Spans.of(nanos);
        line(
                "| %s | %.1f | %.2f | %.2f | %.2f |",
                name, (double) all / questions, spans.millis(0.5), spans.millis(0.99), spans.millis(1));
    }

    /** What an operator has in hand: the ids of messages of all months. */
    private List<String> messages(TrailRoom room) {
        String sql = "select message_id from audit.event tablesample system (0.1) repeatable (7) limit "
                + 10 * words.number("probes");
        List<String> sampled = room.jdbc().queryForList(sql, String.class);
        Collections.shuffle(sampled, new Random(20261129));
        return sampled.subList(0, Math.min(sampled.size(), words.number("probes")));
    }

    /** Three of those that read a partner's whole trail are enough: they take as long as they take. */
    private EventSearch[] probes(String name, Function<Random, Asked> kind) {
        Random random = new Random(20261124);
        return IntStream.range(0, name.startsWith(SLOW) ? 3 : words.number("probes"))
                .mapToObj(i -> kind.apply(random).search())
                .toArray(EventSearch[]::new);
    }

    private List<UUID> events(TrailRoom room) {
        String sql = "select id from audit.event tablesample system (0.1) limit 2000";
        return room.jdbc().queryForList(sql, UUID.class);
    }

    /** What inspectors ask; each kind makes another question each time. */
    private Map<String, Function<Random, Asked>> kinds(List<UUID> events) {
        Map<String, Function<Random, Asked>> kinds = new LinkedHashMap<>();
        kinds.put("event", random -> new Asked().event(events.get(random.nextInt(events.size()))));
        kinds.put("person", random -> new Asked().person(person(random.nextInt(words.number("probes")))));
        kinds.put("officer", random -> new Asked().officer(random.nextInt(JdbcFilling.OFFICERS)));
        kinds.put("partner, any", random -> new Asked().partner(random.nextInt(JdbcFilling.PARTNERS)));
        kinds.put("partner, the largest", random -> new Asked().partner(0));
        kinds.put("one day", random -> new Asked().day(moment(random)));
        narrowed(kinds);
        return kinds;
    }

    private void narrowed(Map<String, Function<Random, Asked>> kinds) {
        kinds.put(
                "the largest, a page far behind",
                random -> new Asked().partner(0).after(moment(random)));
        kinds.put(
                "the largest, one officer",
                random -> new Asked().partner(0).officer(random.nextInt(JdbcFilling.OFFICERS)));
        kinds.put(
                "partner, one day",
                random -> new Asked().partner(random.nextInt(50)).day(moment(random)));
        kinds.put("partner, code quota_exceeded", random -> new Asked()
                .partner(random.nextInt(JdbcFilling.PARTNERS))
                .result("quota_exceeded"));
        kinds.put(
                "the largest, code that never was",
                random -> new Asked().partner(0).result("overloaded"));
        kinds.put(
                "one day, code that never was",
                random -> new Asked().day(moment(random)).result("overloaded"));
        kinds.put(
                SLOW + "the largest, answer's result that never was",
                random -> new Asked().partner(0).result("never"));
    }

    private Instant moment(Random random) {
        Instant start = months.get(0).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant end = months.get(months.size() - 1)
                .plusMonths(1)
                .atDay(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        return start.plusSeconds(
                (long) (random.nextDouble() * (end.getEpochSecond() - start.getEpochSecond() - 86_400)));
    }

    private static byte @Nullable [] hash(EventSearch search) {
        return search.person() == null ? null : PersonHash.of(box(), search.person());
    }

    private static PersonalId person(int number) {
        return PersonalId.soDinhDanh(String.format("999%09d", number));
    }

    private static SecretBox box() {
        return SecretBox.forUse(TrailRoom.MASTER, PersonHash.USE);
    }

    /** The same settings as the sandbox's, and room for building indexes. */
    private static EmbeddedPostgres server(Path folder) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setServerConfig("shared_buffers", "128MB")
                .setServerConfig("max_wal_size", "4GB")
                .setServerConfig("wal_level", "minimal")
                .setServerConfig("max_wal_senders", "0")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("random_page_cost", "1.1")
                .setServerConfig("jit", "off")
                .setServerConfig("maintenance_work_mem", "512MB")
                .start();
    }

    private void line(String form, @Nullable Object... values) {
        text.append(String.format(Locale.ROOT, form, values)).append('\n');
    }

    /** A search being put together. */
    private static final class Asked {
        private @Nullable UUID event;
        private @Nullable PartnerId partner;
        private @Nullable String officer;
        private @Nullable PersonalId person;
        private @Nullable Instant from;
        private @Nullable Instant until;
        private @Nullable String result;
        private @Nullable EventCursor after;

        Asked event(UUID id) {
            event = id;
            return this;
        }

        Asked partner(int number) {
            partner = new PartnerId("p" + number);
            return this;
        }

        Asked officer(int number) {
            officer = "canbo" + number;
            return this;
        }

        Asked person(PersonalId number) {
            person = number;
            return this;
        }

        Asked day(Instant start) {
            from = start;
            until = start.plusSeconds(86_400);
            return this;
        }

        Asked result(String code) {
            result = code;
            return this;
        }

        Asked after(Instant moment) {
            after = new EventCursor(moment, new UUID(0, 0));
            return this;
        }

        EventSearch search() {
            return new EventSearch(
                    event, partner, officer, person, null, from, until, null, result, Set.of(), after, PAGE);
        }
    }
}
