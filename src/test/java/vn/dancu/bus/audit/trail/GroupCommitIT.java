package vn.dancu.bus.audit.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.audit.AuditRecord;
import vn.dancu.bus.audit.Receipt;
import vn.dancu.bus.fixtures.MigratedDatabase;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;

class GroupCommitIT {

    private static final String NO_KAFKA = "127.0.0.1:1";

    private final DataSource dataSource = MigratedDatabase.fresh();
    private final JdbcTemplate jdbc = new JdbcTemplate(dataSource);
    private final ExecutorService callers = Executors.newFixedThreadPool(64);
    private Trail trail = new Trail(dataSource, Trail.settings(NO_KAFKA));

    @AfterEach
    void stop() {
        trail.close();
        callers.shutdownNow();
    }

    /** Where the record is not written since its once-key was used, its question is not kept either. */
    @Test
    void keepsAQuestionWithItsRecordOrNeither() {
        AuditRecord first = asked(Trail.record("h41-lgsp", "canbo01", new byte[] {1}));
        AuditRecord repeated = asked(Trail.record("h41-lgsp", "canbo01", new byte[] {1}));
        AuditRecord beside = asked(Trail.record("h41-lgsp", "canbo01", new byte[] {2}));

        assertThat(trail.trail.append(first)).isEqualTo(Receipt.RECORDED);
        assertThat(trail.trail.append(Trail.record())).as("without a question").isEqualTo(Receipt.RECORDED);
        try (Trail another = new Trail(dataSource, Trail.settings(NO_KAFKA))) {
            assertThat(another.trail.append(repeated)).isEqualTo(Receipt.ALREADY_RECORDED);
            assertThat(another.trail.append(beside)).isEqualTo(Receipt.RECORDED);
        }

        assertThat(jdbc.queryForList("select event from audit.question", UUID.class))
                .containsExactlyInAnyOrder(first.id(), beside.id());
        assertThat(jdbc.queryForList("select encode(sealed, 'escape') from audit.question", String.class))
                .noneMatch(kept -> kept.contains("a question in clear"));
    }

    private static AuditRecord asked(AuditRecord record) {
        return new AuditRecord(
                record.id(),
                record.who(),
                record.what(),
                record.person(),
                record.how(),
                record.result(),
                record.error(),
                record.onceKey(),
                new AuditRecord.Question("ID:1", "a question in clear".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void writesTheEventAsItGoesToKafkaAndThePersonOnlySealed() throws Exception {
        AuditRecord record = Trail.record();

        assertThat(trail.trail.append(record)).isEqualTo(Receipt.RECORDED);

        String event = jdbc.queryForObject("select event from audit.event", String.class);
        byte[] hash = Trail.BOX.hash("SO_DINH_DANH:999000000001");
        JsonNode json = new ObjectMapper().readTree(event);
        assertThat(json.get("id").asText()).isEqualTo(record.id().toString());
        assertThat(json.get("subject").asText()).isEqualTo(HexFormat.of().formatHex(hash));
        assertThat(json.get("time").asText()).isEqualTo("2026-11-24T05:00:00.126456Z");
        assertThat(json.get("data").get("outcome").asText()).isEqualTo("answer");
        assertThat(json.get("data").get("releasedFields").get(0).asText()).isEqualTo("HoVaTen");
        assertThat(event).doesNotContain("999000000001");
        byte[] sealed = jdbc.queryForObject("select person_sealed from audit.event", byte[].class);
        assertThat(Trail.BOX.open(sealed)).isEqualTo("999000000001".getBytes(StandardCharsets.US_ASCII));
        assertThat(jdbc.queryForObject("select message_id from audit.event_detail", String.class))
                .isEqualTo("YC-1");
    }

    @Test
    void writesARefusalOfSomebodyUnknown() {
        assertThat(trail.trail.append(Trail.refusalOfAnUnknown())).isEqualTo(Receipt.RECORDED);

        assertThat(jdbc.queryForList("select outcome from audit.event_detail where person_hash is null", String.class))
                .containsExactly("refusal");
    }

    @Test
    void tellsEachOfManyCallersAboutItsOwnRecord() throws Exception {
        Set<UUID> recorded = ConcurrentHashMap.newKeySet();
        all(IntStream.range(0, 3000)
                .<Callable<Receipt>>mapToObj(i -> () -> {
                    AuditRecord record = Trail.record();
                    Receipt receipt = trail.trail.append(record);
                    recorded.add(record.id());
                    return receipt;
                })
                .toList());

        assertThat(jdbc.queryForList("select id from audit.event", UUID.class))
                .hasSize(3000)
                .containsExactlyInAnyOrderElementsOf(recorded);
        assertThat(jdbc.queryForObject("select count(distinct xid) from audit.event", Integer.class))
                .isLessThan(3000);
    }

    @Test
    void recordsEachOnceKeyOnceHoweverManyComeAtTheSameTime() throws Exception {
        List<Receipt> receipts = all(IntStream.range(0, 2000)
                .<Callable<Receipt>>mapToObj(
                        i -> () -> trail.trail.append(Trail.record("h41-lgsp", "canbo01", key(i % 200))))
                .toList());

        assertThat(receipts).filteredOn(it -> it == Receipt.RECORDED).hasSize(200);
        assertThat(jdbc.queryForObject("select count(*) from audit.event", Integer.class))
                .isEqualTo(200);
    }

    @Test
    void recordsEachOnceKeyOnceHoweverManyInstancesGetIt() throws Exception {
        try (Trail other = new Trail(dataSource, Trail.settings(NO_KAFKA))) {
            List<Receipt> receipts = all(IntStream.range(0, 4000)
                    .<Callable<Receipt>>mapToObj(i ->
                            () -> (i % 2 == 0 ? trail : other).append(Trail.record("h41-lgsp", "canbo01", key(i / 8))))
                    .toList());

            assertThat(receipts).filteredOn(it -> it == Receipt.RECORDED).hasSize(500);
            assertThat(jdbc.queryForObject("select count(*) from audit.event", Integer.class))
                    .isEqualTo(500);
        }
    }

    @Test
    void refusesAReplayOfWhatAnotherInstanceRecordedAndRecordsItsNeighbours() throws Exception {
        try (Trail other = new Trail(dataSource, Trail.settings(NO_KAFKA))) {
            for (int i = 0; i < 20; i++) {
                other.append(Trail.record("h41-lgsp", "canbo01", key(i)));
            }
        }

        List<Receipt> receipts = all(IntStream.range(0, 200)
                .<Callable<Receipt>>mapToObj(i -> () -> trail.append(Trail.record("h41-lgsp", "canbo01", key(i))))
                .toList());

        assertThat(receipts.subList(0, 20)).containsOnly(Receipt.ALREADY_RECORDED);
        assertThat(receipts.subList(20, 200)).containsOnly(Receipt.RECORDED);
        assertThat(trail.meters.get("dancu.audit.written.again").counter().count())
                .isBetween(1.0, 20.0);
    }

    @Test
    void writesNoBatchTwiceForAReplayThatItKnows() throws Exception {
        trail.append(Trail.record("h41-lgsp", "canbo01", key(0)));

        List<Receipt> receipts = all(IntStream.range(0, 1000)
                .<Callable<Receipt>>mapToObj(
                        i -> () -> trail.append(Trail.record("h41-lgsp", "canbo01", key(i % 2 == 0 ? 0 : i))))
                .toList());

        assertThat(receipts).filteredOn(it -> it == Receipt.RECORDED).hasSize(500);
        assertThat(trail.meters.get("dancu.audit.repeated").counter().count()).isEqualTo(500);
        assertThat(trail.meters.get("dancu.audit.written.again").counter().count())
                .isZero();
    }

    @Test
    void remembersAUsedKeyNoLongerThanTheDatabase() throws Exception {
        RecentOnceKeys keys = new RecentOnceKeys(Duration.ofMillis(50));
        keys.add(key(1));
        assertThat(keys.contains(key(1))).isTrue();

        await().until(() -> !keys.contains(key(1)));
    }

    @Test
    void putsEachRecordIntoTheMonthOfItsTimeInUtc() throws Exception {
        Instant midnight = Instant.parse("2026-12-01T00:00:00Z");
        List<Callable<Receipt>> calls = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Instant at = midnight.plusSeconds(i - 20);
            calls.add(() -> trail.append(Trail.record("h41-lgsp", "canbo01", null, at)));
        }
        for (int i = 0; i < 40; i++) {
            Instant at = midnight.minus(Duration.ofHours(7)).plusSeconds(i - 20); // Midnight in Hà Nội.
            calls.add(() -> trail.append(Trail.record("h41-lgsp", "canbo01", null, at)));
        }

        assertThat(all(calls)).containsOnly(Receipt.RECORDED);

        assertThat(counts())
                .containsEntry("audit.event_answer_202611", 60L)
                .containsEntry("audit.event_answer_202612", 20L)
                .hasSize(2);
    }

    @Test
    void recordsInAMonthThatHasNoPartition() throws Exception {
        AuditRecord early = Trail.record("h41-lgsp", "canbo01", key(1), Instant.parse("2019-01-31T23:59:59.999999Z"));

        assertThat(trail.append(early)).isEqualTo(Receipt.RECORDED);
        assertThat(trail.append(early)).isEqualTo(Receipt.ALREADY_RECORDED);
        assertThat(trail.append(Trail.record())).isEqualTo(Receipt.RECORDED);

        assertThat(counts())
                .containsEntry("audit.event_answer_other", 1L)
                .containsEntry("audit.event_answer_202611", 1L)
                .hasSize(2);
    }

    @Test
    void writesTheNeighboursOfARecordThatTheDatabaseRefuses() throws Exception {
        jdbc.execute("alter table audit.event add check (partner <> 'doc')");
        List<Callable<String>> calls = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            String partner = i % 100 == 7 ? "doc" : "h41-lgsp";
            calls.add(() -> partner + " " + outcome(() -> trail.trail.append(Trail.record(partner, "canbo01", null))));
        }

        List<String> outcomes = all(calls);

        assertThat(outcomes).filteredOn("doc audit_unavailable"::equals).hasSize(4);
        assertThat(outcomes).filteredOn("h41-lgsp RECORDED"::equals).hasSize(396);
        assertThat(jdbc.queryForObject("select count(*) from audit.event", Integer.class))
                .isEqualTo(396);
    }

    @Test
    void writesTextsThatNoStoreWouldTakeAsTheyCame() throws Exception {
        String hostile = "a\u0000b\ud800c\\\"\n" + "x".repeat(100_000);

        assertThat(trail.trail.append(Trail.record("h41-lgsp", hostile, null))).isEqualTo(Receipt.RECORDED);

        assertThat(jdbc.queryForObject("select officer from audit.event_detail", String.class))
                .startsWith("a\uFFFDb\uFFFDc\\\"\nx")
                .hasSizeLessThanOrEqualTo(EventRowEncoder.MAX_CODE_LENGTH);
    }

    @Test
    void refusesWhenTheRecordIsNotDurableInTimeAndWithdrawsIt() throws Exception {
        trail.close();
        trail = new Trail(dataSource, Trail.settings(NO_KAFKA, Duration.ofMillis(300), 4096));
        try (var locker = dataSource.getConnection()) {
            locker.setAutoCommit(false);
            locker.createStatement().execute("lock table audit.event in access exclusive mode");

            List<String> outcomes = all(IntStream.range(0, 20)
                    .<Callable<String>>mapToObj(i -> () -> outcome(() -> trail.trail.append(Trail.record())))
                    .toList());

            assertThat(outcomes).containsOnly("audit_unavailable");
            locker.rollback();
        }
        await().untilAsserted(() ->
                assertThat(outcome(() -> trail.trail.append(Trail.record()))).isEqualTo("RECORDED"));
    }

    @Test
    void refusesMoreThanMayWait() throws Exception {
        trail.close();
        trail = new Trail(dataSource, Trail.settings(NO_KAFKA, Duration.ofMillis(500), 5));
        try (var locker = dataSource.getConnection()) {
            locker.setAutoCommit(false);
            locker.createStatement().execute("lock table audit.event in access exclusive mode");

            List<String> outcomes = all(IntStream.range(0, 30)
                    .<Callable<String>>mapToObj(i -> () -> outcome(() -> trail.trail.append(Trail.record())))
                    .toList());

            assertThat(outcomes).filteredOn("overloaded"::equals).hasSize(25);
            locker.rollback();
        }
    }

    @Test
    void writesWhatIsQueuedBeforeItStops() throws Exception {
        List<Future<Receipt>> receipts = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            receipts.add(callers.submit(() -> trail.trail.append(Trail.record())));
        }
        await().until(() -> jdbc.queryForObject("select count(*) > 0 from audit.event", Boolean.class));

        trail.trail.stop();

        for (Future<Receipt> receipt : receipts) {
            assertThat(receipt.get()).isEqualTo(Receipt.RECORDED);
        }
    }

    @Test
    void deletesOnlyOldOnceKeys() {
        trail.trail.append(Trail.record("h41-lgsp", "canbo01", key(1)));
        jdbc.update("update audit.once set seen_at = seen_at - interval '16 minutes'");
        trail.trail.append(Trail.record("h41-lgsp", "canbo01", key(2)));

        new OnceKeyCleaner(new JdbcOnceKeys(jdbc), Duration.ofMinutes(15), Clock.systemUTC()).clean();

        assertThat(jdbc.queryForList("select key from audit.once", byte[].class))
                .containsExactly(key(2));
    }

    @Test
    void refusesWhenItIsNotRunning() {
        trail.close();

        assertThatThrownBy(() -> trail.trail.append(Trail.record()))
                .isInstanceOfSatisfying(
                        BusException.class, e -> assertThat(e.refusal().code()).isEqualTo(ErrorCode.AUDIT_UNAVAILABLE));
    }

    private <T> List<T> all(List<Callable<T>> calls) throws Exception {
        List<T> results = new ArrayList<>();
        for (Future<T> result : callers.invokeAll(calls)) {
            results.add(result.get());
        }
        return results;
    }

    private Map<String, Long> counts() {
        return jdbc
                .queryForList("select tableoid::regclass::text as month, count(*) as n from audit.event group by 1")
                .stream()
                .collect(Collectors.toMap(row -> (String) row.get("month"), row -> (Long) row.get("n")));
    }

    private static String outcome(Callable<Receipt> call) throws Exception {
        try {
            return call.call().name();
        } catch (BusException e) {
            return e.refusal().code().code();
        }
    }

    private static byte[] key(int number) {
        return Trail.BOX.hash("once " + number);
    }
}
