package vn.dancu.bus.audit.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.actuate.health.Status;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.audit.AuditRecord;
import vn.dancu.bus.audit.trail.Trail;
import vn.dancu.bus.fixtures.Balance;
import vn.dancu.bus.fixtures.KafkaNode;
import vn.dancu.bus.fixtures.MigratedDatabase;
import vn.dancu.bus.kernel.BusException;

/**
 * The way to Kafka, with a Kafka and a PostgreSQL of its own that are stopped and come back; each test has its database and its
 * topic in them.
 */
class EventRelayIT {

    private static final Duration LONG = Duration.ofSeconds(60);

    /** Records appended while Kafka is away; more with {@code -Plong}. */
    private static final int RECORDS_WITHOUT_KAFKA = Integer.getInteger("test.relay.records", 500);

    private static final String TEMPLATE = "migrated";
    private static final AtomicInteger TESTS = new AtomicInteger();

    @TempDir
    private static Path dir;

    private static KafkaNode kafka;
    private static EmbeddedPostgres postgres;

    private final String database = "relay_" + TESTS.incrementAndGet();
    private final String topic = "dancu." + database;
    private HikariDataSource pool;
    private JdbcTemplate jdbc;
    private final ExecutorService callers = Executors.newFixedThreadPool(8);

    @BeforeAll
    static void startServers() throws Exception {
        kafka = new KafkaNode(dir.resolve("kafka"));
        CompletableFuture<Void> started = kafka.starting();
        postgres = postgres(0);
        new JdbcTemplate(postgres.getPostgresDatabase()).execute("create database " + TEMPLATE);
        MigratedDatabase.migrate(postgres.getDatabase("postgres", TEMPLATE));
        started.join();
    }

    @AfterAll
    static void stopServers() throws Exception {
        postgres.close();
        kafka.close();
    }

    @BeforeEach
    void makeDatabase() {
        new JdbcTemplate(postgres.getPostgresDatabase())
                .execute("create database " + database + " template " + TEMPLATE);
        pool = Trail.pool(postgres.getJdbcUrl("postgres", database));
        jdbc = new JdbcTemplate(pool);
    }

    @AfterEach
    void closePool() {
        callers.shutdownNow();
        pool.close();
    }

    @Test
    void bringsEachRecordToKafkaUnderItsKey() throws Exception {
        try (RelayedTrail trail = relaying()) {
            AuditRecord known = Trail.record();
            AuditRecord unknown = Trail.refusalOfAnUnknown();
            trail.append(known);
            trail.append(unknown);

            await().atMost(LONG)
                    .until(() -> new ReadTopic(kafka.address(), topic).events().size() == 2);

            ConsumerRecord<byte[], byte[]> first =
                    new ReadTopic(kafka.address(), topic).events().get(0);
            JsonNode json = new ObjectMapper().readTree(first.value());
            assertThat(json.get("id").asText()).isEqualTo(known.id().toString());
            assertThat(new String(first.key(), StandardCharsets.UTF_8))
                    .isEqualTo(json.get("subject").asText());
            assertThat(new ReadTopic(kafka.address(), topic).events().get(1).key())
                    .isNull();
        }
    }

    @Test
    void losesNothingAndKeepsTheOrderWhileKafkaIsAway() throws Exception {
        try (RelayedTrail trail = relaying()) {
            Set<UUID> answered = ConcurrentHashMap.newKeySet();
            AtomicBoolean loading = new AtomicBoolean(true);
            AtomicInteger refused = load(trail, answered, loading);
            await().atMost(LONG).until(() -> answered.size() > 200);

            kafka.stop();
            int atStop = answered.size();
            await().atMost(LONG).until(() -> answered.size() > atStop + RECORDS_WITHOUT_KAFKA);
            kafka.start();
            int atStart = answered.size();
            await().atMost(LONG).until(() -> answered.size() > atStart + 200);
            loading.set(false);

            await().atMost(LONG).until(() -> Set.copyOf(ids()).containsAll(answered));
            assertThat(refused).hasValue(0);
            written("relay-kafka-away", answered);
            assertThat(List.copyOf(new LinkedHashSet<>(ids())).equals(idsInOrderOfCommits()))
                    .as("the topic, after de-duplication, is the trail in its order")
                    .isTrue();
        }
    }

    /** A compacted topic refuses a batch for one event without a key: those before it are sent, those after it wait for it. */
    @Test
    void sendsTheNeighboursOfAnEventThatKafkaRefusesAndTheEventWhenItIsTaken() throws Exception {
        List<UUID> in = new ArrayList<>();
        kafka.createTopic(topic, TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
        try (RelayedTrail trail = relaying()) {
            in.add(appended(trail, Trail.record()));
            await().atMost(LONG).until(() -> ids().size() == 1);
            for (AuditRecord each : List.of(Trail.record(), Trail.refusalOfAnUnknown(), Trail.record())) {
                in.add(appended(trail, each));
            }

            await().atMost(LONG).until(() -> trail.failures() >= 4);
            assertThat(ids()).contains(in.get(1)).doesNotContain(in.get(2));
            kafka.changeTopic(topic, TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);

            await().atMost(LONG).untilAsserted(() -> assertThat(ids()).containsAll(in));
            assertThat(ids()).as("repeats").hasSizeLessThanOrEqualTo(in.size() + 2);
            assertThat(List.copyOf(new LinkedHashSet<>(ids()))).isEqualTo(in);
            Balance.of("relay-partly-refused", in, List.copyOf(new LinkedHashSet<>(ids())))
                    .written();
        }
    }

    private static UUID appended(RelayedTrail trail, AuditRecord record) {
        trail.append(record);
        return record.id();
    }

    @Test
    void refusesWhileTheDatabaseIsAwayAndGoesOnAfterwards() throws Exception {
        int port = postgres.getPort();
        try (RelayedTrail trail = relaying()) {
            trail.append(Trail.record());
            postgres.close();

            assertThat(outcome(trail, Trail.record())).isEqualTo("audit_unavailable");

            postgres = postgres(port);
            AuditRecord after = Trail.record();
            await().atMost(LONG).until(() -> outcome(trail, after).equals("RECORDED"));
            await().atMost(LONG).untilAsserted(() -> assertThat(ids()).contains(after.id()));
        }
    }

    @Test
    void losesNoAnswerThatWasGivenWhenConnectionsBreakUnderLoad() throws Exception {
        try (RelayedTrail trail = relaying()) {
            Set<UUID> answered = ConcurrentHashMap.newKeySet();
            AtomicBoolean loading = new AtomicBoolean(true);
            load(trail, answered, loading);
            for (int i = 0; i < 5; i++) {
                int before = answered.size();
                await().atMost(LONG).until(() -> answered.size() > before + 200);
                breakConnections();
            }
            int last = answered.size();
            await().atMost(LONG).until(() -> answered.size() > last + 200);
            loading.set(false);

            await().atMost(LONG)
                    .untilAsserted(() -> assertThat(Set.copyOf(ids())).containsAll(answered));
            written("connections-cut", answered);
            assertThat(List.copyOf(new LinkedHashSet<>(ids())).equals(idsInOrderOfCommits()))
                    .as("the topic, after de-duplication, is the trail in its order")
                    .isTrue();
        }
    }

    @Test
    void hasOneLeaderAndPassesTheLeadOn() throws Exception {
        try (RelayedTrail first = relaying()) {
            await().atMost(LONG).until(() -> first.leads());
            try (RelayedTrail second = relaying()) {
                first.append(Trail.record());
                second.append(Trail.record());
                await().atMost(LONG).until(() -> ids().size() == 2);
                assertThat(second.leads()).isFalse();

                first.close();
                second.append(Trail.record());

                await().atMost(LONG).until(() -> second.leads());
                await().atMost(LONG).until(() -> ids().size() == 3);
                assertThat(ids()).containsExactlyElementsOf(idsInOrderOfCommits());
                Balance.of("lead-passed-on", idsInOrderOfCommits(), ids()).written();
            }
        }
    }

    /** The position of a dump, in a database whose transactions begin anew; then the way of the page that is named. */
    @Test
    void reportsNumbersOfTransactionsThatWereNotAdvancedAfterARestore() throws Exception {
        jdbc.update("update audit.relay set xid = (pg_current_xact_id()::text::bigint + 3000)::text::xid8");
        try (RelayedTrail trail = relaying()) {
            await().atMost(LONG).until(() -> trail.health().getStatus().equals(Status.DOWN));
            Map<String, Object> said = trail.health().getDetails();
            assertThat(said)
                    .containsEntry("code", "transaction_numbers_behind")
                    .containsEntry("page", "docs/operations/backup.md");

            advanceAs(String.valueOf(said.get("page")));
            await().atMost(LONG).until(() -> trail.health().getStatus().equals(Status.UP));
            AuditRecord after = Trail.record();
            trail.append(after);

            await().atMost(LONG).untilAsserted(() -> assertThat(ids()).contains(after.id()));
            written("restored-dump", Set.of(after.id()));
        }
    }

    /** Runs {@code advance.sql} as the page has it, a statement at a time as psql does. */
    private void advanceAs(String page) throws Exception {
        Matcher script = Pattern.compile("```sql\n(set synchronous_commit.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of(page)));
        assertThat(script.find()).isTrue();
        try (Connection own = DriverManager.getConnection(pool.getJdbcUrl(), pool.getUsername(), null);
                Statement statement = own.createStatement()) {
            for (String each : script.group(1).split("(?m)^(?=create |call )")) {
                statement.execute(each);
            }
        }
    }

    /** As a reader has them, who drops repeats by their id. */
    private void written(String drill, Collection<UUID> answered) throws Exception {
        Set<UUID> arrived = new LinkedHashSet<>(ids());
        arrived.retainAll(answered);
        Balance.of(drill, answered, arrived).written();
    }

    private RelayedTrail relaying() {
        return new RelayedTrail(pool, Trail.settings(kafka.address(), topic, Duration.ofSeconds(3), 4096));
    }

    private AtomicInteger load(RelayedTrail trail, Set<UUID> answered, AtomicBoolean loading) {
        AtomicInteger refused = new AtomicInteger();
        for (int i = 0; i < 8; i++) {
            callers.execute(() -> {
                while (loading.get()) {
                    AuditRecord record = Trail.record();
                    if (outcome(trail, record).equals("RECORDED")) {
                        answered.add(record.id());
                    } else {
                        refused.incrementAndGet();
                    }
                }
            });
        }
        return refused;
    }

    /** From a connection that is not one of them. */
    private void breakConnections() throws SQLException {
        try (Connection own = DriverManager.getConnection(pool.getJdbcUrl(), pool.getUsername(), null);
                Statement statement = own.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where pid <> pg_backend_pid() and backend_type = 'client backend'");
        }
    }

    private List<UUID> idsInOrderOfCommits() {
        return jdbc.queryForList("select id from audit.event order by xid, seq", UUID.class);
    }

    private List<UUID> ids() throws Exception {
        return new ReadTopic(kafka.address(), topic).ids();
    }

    private static String outcome(RelayedTrail trail, AuditRecord record) {
        try {
            return trail.append(record).name();
        } catch (BusException e) {
            return e.refusal().code().code();
        }
    }

    private static EmbeddedPostgres postgres(int port) throws Exception {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(dir.resolve("postgres"))
                .setCleanDataDirectory(false)
                .start();
    }
}
