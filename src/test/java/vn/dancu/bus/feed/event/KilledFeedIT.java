package vn.dancu.bus.feed.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.relay.RelayFailure;
import vn.dancu.bus.audit.relay.RelaySource;
import vn.dancu.bus.feed.SubjectHash;
import vn.dancu.bus.fixtures.Balance;
import vn.dancu.bus.fixtures.MigratedDatabase;

/**
 * kill -9 of two instances that order changes, hand them out and pass them on, again and again: none is lost, what is passed on twice has
 * the same id, and each person's events stay in their order. A file stands for the topic.
 */
@EnabledIfSystemProperty(
        named = "test.drills",
        matches = "long",
        disabledReason = "half a minute: bench/drills/run or -Plong")
class KilledFeedIT {

    private static final int PEOPLE = 200;
    private static final int ROUNDS = 400;
    private static final int LEAST_KILLS = 10;

    @TempDir
    private Path folder;

    private final DataSource database = MigratedDatabase.fresh();
    private final JdbcTemplate jdbc = new JdbcTemplate(database);

    @Test
    void losesNothingAndKeepsTheOrderOfEachPerson() throws Exception {
        fill();
        Path topic = Files.createFile(folder.resolve("topic"));
        ExecutorService writer = Executors.newSingleThreadExecutor();
        int kills;
        try {
            Future<?> writing = writer.submit(this::write);
            kills = killUntil(writing, topic);
            writing.get();
        } finally {
            writer.shutdownNow();
        }

        assertThat(kills).isGreaterThanOrEqualTo(LEAST_KILLS);
        int all = PEOPLE * ROUNDS;
        assertThat(jdbc.queryForList("select position from feed.event order by position", Long.class))
                .isEqualTo(LongStream.rangeClosed(1, all).boxed().toList());
        assertThat(jdbc.queryForObject(
                        "select count(*) from (select changed_at < lag(changed_at) over (partition by citizen_id order by position)"
                                + " as behind from feed.event) o where behind",
                        Integer.class))
                .isZero();
        assertThat(jdbc.queryForObject("select count(*) from feed.signal", Integer.class))
                .as("one follower each")
                .isEqualTo(all);
        checkTopic(topic, all);
    }

    private void checkTopic(Path topic, int all) throws IOException {
        Map<Long, String> ids = new HashMap<>();
        List<Long> firsts = new ArrayList<>();
        List<String> lines = Files.readAllLines(topic);
        for (String line : lines) {
            String[] parts = line.split(" ");
            String known = ids.putIfAbsent(Long.valueOf(parts[0]), parts[1]);
            assertThat(known).as("the same event has the same id").isIn(null, parts[1]);
            if (known == null) {
                firsts.add(Long.valueOf(parts[0]));
            }
        }
        new Balance("killed-feed", all, firsts.size(), 0, all - firsts.size(), 0).written();
        assertThat(firsts).isEqualTo(LongStream.rangeClosed(1, all).boxed().toList());
    }

    private void fill() {
        jdbc.update("insert into feed.terms (partner, officer, reason) values ('p1', 'o1', 'r')");
        jdbc.update("insert into register.citizen (citizen_id, so_dinh_danh, ten, name_folded, birth_year)"
                + " select n, '999' || lpad(n::text, 9, '0'), 'MAU', 'MAU', 1980 from generate_series(1, " + PEOPLE
                + ") n");
        jdbc.update("delete from register.change");
        jdbc.update(
                "insert into feed.follow (partner, citizen_id, subject, terms_id, since)"
                        + " select 'p1', citizen_id, sha256(citizen_id::text::bytea), 1, now() - interval '1 day' from register.citizen");
    }

    private void write() {
        for (int i = 0; i < ROUNDS; i++) {
            jdbc.update("update register.citizen set religion = ?", String.valueOf(i));
        }
    }

    private int killUntil(Future<?> writing, Path topic) throws IOException, InterruptedException {
        List<Process> instances = new ArrayList<>();
        int kills = 0;
        try {
            while (!writing.isDone() || left() > 0) {
                instances.add(instance(topic));
                instances.add(instance(topic));
                long reached = relayed();
                await().atMost(Duration.ofMinutes(1))
                        .pollInterval(Duration.ofMillis(5))
                        .until(() -> {
                            assertThat(instances)
                                    .as("nobody but the test ends them")
                                    .allMatch(Process::isAlive);
                            return relayed() > reached + PEOPLE * ROUNDS / (2 * LEAST_KILLS)
                                    || writing.isDone() && left() == 0;
                        });
                for (Process each : instances) {
                    each.destroyForcibly().waitFor();
                    kills++;
                }
                instances.clear();
            }
        } finally {
            instances.forEach(Process::destroyForcibly);
        }
        return kills;
    }

    private long relayed() {
        return jdbc.queryForObject("select relayed from feed.progress", Long.class);
    }

    private long left() {
        return jdbc.queryForObject(
                "select (select count(*) from register.change) + given - relayed from feed.progress", Long.class);
    }

    private Process instance(Path topic) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledFeedIT.class.getName(),
                        ((PGSimpleDataSource) database).getUrl(),
                        topic.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("instances.log").toFile()))
                .start();
    }

    /**
     * One instance, until it is killed.
     *
     * @param arguments the database and the file that stands for the topic
     */
    public static void main(String[] arguments) throws IOException, RelayFailure {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(arguments[0]);
        database.setUser("postgres");
        JdbcSequencer sequencer = new JdbcSequencer(
                new JdbcTemplate(database),
                new TransactionTemplate(new DataSourceTransactionManager(database)),
                new SubjectHash(new byte[32]),
                Clock.systemUTC());
        JdbcChangeLead source = new JdbcChangeLead(database);
        Optional<RelaySource.Lead> lead = Optional.empty();
        try (OutputStream topic = Files.newOutputStream(Path.of(arguments[1]), StandardOpenOption.APPEND)) {
            while (true) {
                sequencer.sequence();
                lead = lead.isPresent() ? lead : source.lead();
                if (lead.isPresent()) {
                    passOn(lead.get(), topic);
                }
            }
        }
    }

    private static void passOn(RelaySource.Lead lead, OutputStream topic) throws IOException, RelayFailure {
        List<RelaySource.Outgoing> events = lead.next(1_000);
        StringBuilder lines = new StringBuilder();
        for (RelaySource.Outgoing event : events) {
            String json = new String(event.event(), StandardCharsets.UTF_8);
            lines.append(json.replaceFirst("(?s).*\"sequence\":(\\d+).*", "$1"))
                    .append(' ')
                    .append(json.replaceFirst("(?s).*?\"id\":\"([^\"]*)\".*", "$1"))
                    .append('\n');
        }
        if (!events.isEmpty()) {
            topic.write(lines.toString().getBytes(StandardCharsets.US_ASCII));
            lead.acknowledged();
        }
    }
}
