package vn.dancu.bus.enrichment.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static vn.dancu.bus.enrichment.job.EnrichmentRoom.HEADER;
import static vn.dancu.bus.enrichment.job.EnrichmentRoom.line;
import static vn.dancu.bus.enrichment.job.EnrichmentRoom.name;
import static vn.dancu.bus.enrichment.job.EnrichmentRoom.number;
import static vn.dancu.bus.enrichment.job.EnrichmentRoom.oldNumber;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.bus.audit.evidence.verify.TrustAnchors;
import vn.dancu.bus.enrichment.EnrichmentJob;
import vn.dancu.bus.enrichment.EnrichmentJobState;
import vn.dancu.bus.enrichment.RecordOutcome;
import vn.dancu.bus.enrichment.balance.SheetReport;
import vn.dancu.bus.enrichment.balance.SheetVerifier;
import vn.dancu.bus.fixtures.MortalDatabase;
import vn.dancu.bus.job.Job;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.partner.Partner;

/** The life of a job on a real database: every record has its outcome, whatever happens on the way, and the sheet is even. */
class EnrichmentJobIT {

    private static final Map<String, Object> SETTINGS = Map.of("dancu.enrichment.job.chunk", "4");
    private static final Actor CLERK = new Actor("clerk", Set.of(vn.dancu.bus.kernel.Role.OPERATOR));

    @TempDir
    private Path folder;

    private EnrichmentRoom room;

    @BeforeEach
    void open() {
        room = EnrichmentRoom.start(folder, SETTINGS);
    }

    @AfterEach
    void close() {
        room.close();
    }

    private static String people(int from, int to, int card) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i <= to; i++) {
            text.append(line(i, card + i));
        }
        return text.toString();
    }

    /** Each kind of record in one file. */
    private static String mixed() {
        return HEADER
                + line(1, 1)
                + line(2, 2).replace(name(2), "MAUVANKHAC")
                + line(3, 3).replace("03/01/1980", "04/01/1980")
                + line(4, 4).replace(number(4), number(99))
                + line(21, 5)
                + line(22, 6)
                + line(5, 7).replace("05/01/1980", "1980")
                + line(6, 8).replace(number(6), oldNumber(6))
                + line(1, 1)
                + line(7, 9).replace("GD401", "GD901")
                + line(8, 10);
    }

    @Test
    void givesEachRecordItsOutcomeAndProvesIt() throws IOException {
        UUID id = room.submit("12/BHXH-CNTT", mixed(), 11L);

        room.workAll();

        EnrichmentJob job = room.job(id);
        assertThat(job.state()).isEqualTo(EnrichmentJobState.CERTIFIED);
        assertThat(job.counts().byOutcome())
                .isEqualTo(Map.of(
                        RecordOutcome.MERGED_NEW, 5L,
                        RecordOutcome.NAME_DIFFERS, 1L,
                        RecordOutcome.BIRTH_DIFFERS, 1L,
                        RecordOutcome.UNKNOWN, 1L,
                        RecordOutcome.DECEASED, 1L,
                        RecordOutcome.DUPLICATE_IN_FILE, 1L,
                        RecordOutcome.REFUSED_BY_CHECK, 1L));
        assertThat(job.counts().byReplaced()).isEqualTo(1);
        assertThat(room.result(id))
                .isEqualTo(
                        """
                        2;merged_new;;;;
                        3;name_differs;;;GD4010000000002;
                        4;birth_differs;;;GD4010000000003;
                        5;unknown;;;GD4010000000004;
                        6;deceased;;;GD4010000000005;
                        7;merged_new;;;;
                        8;merged_new;;;;
                        9;merged_new;;;;1
                        10;duplicate_in_file;;;;
                        11;refused_by_check;out_of_range;MaThe;;
                        12;merged_new;;;;
                        """);
        assertThat(room.held(1)).isEqualTo("12/BHXH-CNTT 2026-11-01 GD4010000000001||||||2026-01-01||");
        assertThat(room.held(6)).startsWith("12/BHXH-CNTT 2026-11-01 GD4010000000008|");
        assertThat(room.count("enrichment.difference")).isEqualTo(4);
        assertThat(room.stagedTables()).isZero();
        verified(id, 11);
    }

    /** Offline: with the fingerprint of the key, the delivered file and the result file. */
    private void verified(UUID id, long records) throws IOException {
        Path certificate = Files.write(folder.resolve(id + ".json"), room.jobs().certificate(id).orElseThrow());
        Path result = folder.resolve(id + ".csv.gz");
        try (var in = room.jobs().result(id).orElseThrow()) {
            Files.copy(in, result);
        }
        TrustAnchors anchors = TrustAnchors.NONE.trusting(Set.of(room.key.fingerprint()));

        SheetReport report = SheetVerifier.verify(certificate, anchors, null, result);

        assertThat(report.findings()).isEmpty();
        assertThat(report.isRight()).isTrue();
        assertThat(report.totals().get("in")).isEqualTo(records);
    }

    @Test
    void proofFailsWhereASheetOrAResultWasChanged() throws IOException {
        UUID id = room.submit("1", mixed());
        room.workAll();
        String sheet = new String(room.jobs().certificate(id).orElseThrow(), java.nio.charset.StandardCharsets.UTF_8);
        Path changed = Files.writeString(folder.resolve("changed.json"), sheet.replaceFirst("total 2 12 11 [0-9]", "total 2 12 11 9"));
        Path certificate = Files.writeString(folder.resolve("right.json"), sheet);
        Path other = Files.write(folder.resolve("other.csv.gz"), new byte[] {1, 2, 3});

        SheetReport uneven = SheetVerifier.verify(changed, TrustAnchors.NONE, null, null);
        SheetReport strange = SheetVerifier.verify(certificate, TrustAnchors.NONE, other, other);

        assertThat(uneven.isRight()).isFalse();
        assertThat(uneven.findings()).extracting(SheetReport.Finding::kind).contains(SheetReport.Kind.SIGNATURE);
        assertThat(strange.findings())
                .extracting(SheetReport.Finding::kind)
                .contains(SheetReport.Kind.FILE, SheetReport.Kind.RESULT);
    }

    @Test
    void writesNothingForWhatIsUnchangedAndKeepsWhatItReplaces() {
        room.submit("1", HEADER + people(1, 6, 100));
        room.workAll();
        List<String> rows = versions();
        UUID same = room.submit("2", HEADER + people(1, 6, 100));
        room.workAll();

        assertThat(room.job(same).counts().byOutcome()).isEqualTo(Map.of(RecordOutcome.UNCHANGED, 6L));
        assertThat(versions()).isEqualTo(rows);

        UUID changed = room.submit("3", HEADER + people(1, 3, 200) + people(4, 6, 100));
        room.workAll();
        assertThat(room.job(changed).counts().byOutcome())
                .isEqualTo(Map.of(RecordOutcome.UNCHANGED, 3L, RecordOutcome.MERGED_CHANGED, 3L));
        assertThat(room.held(1)).startsWith("3 2026-11-01 GD4010000000201");
        assertThat(room.jdbc()
                        .queryForList(
                                "select citizen_id || ' ' || origin_id || ' ' || replaced_by || ' ' || left(content, 15)"
                                        + " from register.enriched_history order by citizen_id",
                                String.class))
                .containsExactly("1 1 3 GD4010000000101", "2 1 3 GD4010000000102", "3 1 3 GD4010000000103");
    }

    private List<String> versions() {
        return room.jdbc()
                .queryForList(
                        "select citizen_id || ' ' || xmin || ' ' || ctid from register.enriched order by 1", String.class);
    }

    @Test
    void leavesWhatWasVerifiedLaterOrComesFromASourceThatGoesFirst() {
        room.submit("1", HEADER + line(1, 1, "01/11/2026") + line(2, 2, "01/11/2026"));
        room.workAll();
        UUID late = room.submit("2", HEADER + line(1, 11, "31/10/2026") + line(2, 12, "02/11/2026"));
        room.workAll();

        assertThat(room.result(late)).isEqualTo("2;older_than_held;;;;\n3;merged_changed;;;;\n");

        room.jdbc().update("update register.enriched_origin set precedence = 900 where document = '2'");
        UUID lower = room.submit("3", HEADER + line(1, 21, "20/11/2026") + line(2, 22, "20/11/2026"));
        room.workAll();
        assertThat(room.result(lower)).isEqualTo("2;merged_changed;;;;\n3;older_than_held;;;;\n");
    }

    /** Dies before and after each statement and each commit in turn, and goes on as a new process. */
    @Test
    void survivesTheDeathOfTheProcessAtEveryStep() throws IOException {
        int step = 1;
        for (boolean died = true; died; step++) {
            String text = HEADER + people(1, 5, 1000 * step) + line(11, step).replace("GD401", "GD901") + line(1, 5);
            room.database.dieAt(step);
            int at = step;
            UUID[] id = new UUID[1];
            died = dies(() -> {
                id[0] = room.submit("file " + at, text, 7L);
                room.workAll();
            });
            room.database.restart();
            room.clock.shift(Duration.ofMinutes(10L * step));
            UUID job = room.submit("file " + at, text, 7L);
            await().atMost(Duration.ofSeconds(10)).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(10)).until(() -> {
                room.workAll();
                return room.job(job).state() == EnrichmentJobState.CERTIFIED;
            });

            EnrichmentJob ended = room.job(job);
            assertThat(ended.counts().total()).as("step %d", step).isEqualTo(7);
            assertThat(ended.counts().of(RecordOutcome.Heading.MERGED)).as("step %d", step).isEqualTo(5);
            assertThat(ended.counts().of(RecordOutcome.DUPLICATE_IN_FILE)).as("step %d", step).isEqualTo(1);
            assertThat(room.count("enrichment.job where document = 'file " + at + "'")).isEqualTo(1);
            assertThat(room.count("register.enriched_history where replaced_by = " + ended.number()))
                    .as("step %d", step)
                    .isEqualTo(step == 1 ? 0 : 5);
            if (step % 20 == 0) {
                verified(job, 7);
            }
        }
        assertThat(step).isGreaterThan(60);
        assertThat(room.count("register.enriched")).isEqualTo(5);
        assertThat(room.stagedTables()).isZero();
    }

    private static boolean dies(Runnable work) {
        try {
            work.run();
            return false;
        } catch (MortalDatabase.Died e) {
            return true;
        } catch (IllegalStateException e) {
            if (e.getCause() instanceof MortalDatabase.Died) {
                return true;
            }
            throw e;
        }
    }

    @Test
    void holdsAndEndsAJobAsAClerkSays() throws IOException {
        UUID id = room.submit("1", HEADER + people(1, 12, 0));
        room.stage();
        room.merge();
        assertThat(room.jobs().pause(id, CLERK)).isTrue();
        room.workAll();

        assertThat(room.job(id).state()).isEqualTo(EnrichmentJobState.PAUSED);
        assertThat(room.job(id).stage()).isEqualTo(EnrichmentJobState.CHECKED);
        assertThat(room.job(id).worked()).isEqualTo(4);
        assertThat(room.progress().jobs(1).get(0))
                .extracting(Job::state, Job::done, Job::total)
                .containsExactly(Job.State.WAITING, 4L, 12L);

        assertThat(room.jobs().resume(id, CLERK)).isTrue();
        room.merge();
        assertThat(room.jobs().cancel(id, CLERK)).isTrue();
        room.workAll();

        assertThat(room.job(id).state()).isEqualTo(EnrichmentJobState.CANCELLED);
        assertThat(room.job(id).counts().byOutcome()).isEqualTo(Map.of(RecordOutcome.MERGED_NEW, 8L));
        assertThat(room.stagedTables()).isZero();
        verified(id, 8);
        assertThat(room.jobs().pause(id, CLERK)).isFalse();
    }

    @Test
    void standsBackByTheRateThatIsSetAndForWhoeverAsks() {
        UUID id = room.submit("1", HEADER + people(1, 12, 0));
        room.stage();
        room.jobs().throttle(id, 1, CLERK);
        room.merge();
        assertThat(room.merge()).as("4 records a chunk, 1 a second").isFalse();
        room.clock.shift(Duration.ofSeconds(5));
        assertThat(room.merge()).isTrue();

        room.jobs().throttle(id, null, CLERK);
        room.questions.began();
        assertThat(room.merge()).isTrue();
        room.questions.ended();
        room.workAll();
        assertThat(room.job(id).state()).isNotEqualTo(EnrichmentJobState.CERTIFIED);
        room.clock.shift(Duration.ofMinutes(2));
        room.workAll();
        assertThat(room.job(id).state()).isEqualTo(EnrichmentJobState.CERTIFIED);
    }

    @Test
    void waitsWhileTheSourceIsSuspended() {
        UUID id = room.submit("1", HEADER + people(1, 12, 0));
        room.stage();
        room.merge();
        room.partners.with(EnrichmentRoom.AUTHORITY, "secret", Partner.State.SUSPENDED);
        room.workAll();

        assertThat(room.job(id).state()).isEqualTo(EnrichmentJobState.SUSPENDED);
        assertThat(room.job(id).worked()).isEqualTo(4);
        assertThat(room.job(id).cause()).isNotNull().extracting(EnrichmentJob.Cause::code).isEqualTo("partner_suspended");

        room.partners.with(EnrichmentRoom.AUTHORITY, "secret", Partner.State.ACTIVE);
        room.clock.shift(Duration.ofMinutes(1));
        room.workAll();
        assertThat(room.job(id).state()).isEqualTo(EnrichmentJobState.CERTIFIED);
        assertThat(room.job(id).cause()).isNull();
    }

    @Test
    void waitsWhileWhatItNeedsIsAwayAndIgnoresAClockThatWasWrong() {
        UUID id = room.submit("1", HEADER + people(1, 12, 0));
        room.stage();
        room.partners.failWith(new BusException(Refusal.of(ErrorCode.REGISTER_UNAVAILABLE)));
        room.merge();
        assertThat(room.job(id).state()).isEqualTo(EnrichmentJobState.WAITING);
        assertThat(room.job(id).cause())
                .isNotNull()
                .extracting(EnrichmentJob.Cause::code)
                .isEqualTo("register_unavailable");
    }

    @Test
    void goesOnAfterTheClockJumpedBack() {
        room.clock.shift(Duration.ofDays(1));
        UUID id = room.submit("1", HEADER + people(1, 12, 0));
        room.stage();
        room.jobs().throttle(id, 1, CLERK);
        room.merge();
        room.clock.shift(Duration.ZERO);

        room.merge();
        room.jobs().throttle(id, null, CLERK);
        room.workAll();
        assertThat(room.job(id).state()).isEqualTo(EnrichmentJobState.CERTIFIED);
    }

    @Test
    void waitsForADiskThatIsFull() {
        UUID id = room.submit("1", HEADER + people(1, 4, 0));
        try (EnrichmentRoom full = room.beside(
                folder, Map.of("dancu.enrichment.job.chunk", "4", "dancu.delivery.reserve", "1000000GB"))) {
            full.partners.with(EnrichmentRoom.AUTHORITY, "secret", Partner.State.ACTIVE);
            full.workAll();
            assertThat(room.job(id).state()).isEqualTo(EnrichmentJobState.WAITING);
            assertThat(room.job(id).stage()).isEqualTo(EnrichmentJobState.MERGED);
            assertThat(room.job(id).cause())
                    .isNotNull()
                    .extracting(EnrichmentJob.Cause::code)
                    .isEqualTo("storage_unavailable");
        }
        room.clock.shift(Duration.ofMinutes(10));
        room.workAll();
        assertThat(room.job(id).state()).isEqualTo(EnrichmentJobState.CERTIFIED);
    }

    /** An unlogged table is empty after PostgreSQL crashed, or gone. */
    @Test
    void readsTheFileAgainWhereStagedRecordsAreLost() throws IOException {
        UUID id = room.submit("1", HEADER + people(1, 12, 0));
        room.stage();
        room.merge();
        room.jdbc().execute("truncate enrichment.staged_1_1");
        room.jdbc().execute("drop table enrichment.staged_1_2");
        room.workAll();

        assertThat(room.job(id).counts().byOutcome()).isEqualTo(Map.of(RecordOutcome.MERGED_NEW, 12L));
        verified(id, 12);
    }

    @Test
    void mergesNothingOfAFileThatCannotBeReadToItsEnd() {
        UUID count = room.submit("1", HEADER + people(1, 6, 0), 7L);
        UUID cut = room.submit("2", HEADER + people(1, 6, 0) + "\"9990");
        room.workAll();

        assertThat(room.job(count).state()).isEqualTo(EnrichmentJobState.FAILED);
        assertThat(room.job(count).cause()).isEqualTo(new EnrichmentJob.Cause("count_wrong", "6", 0, null));
        assertThat(room.job(cut).state()).isEqualTo(EnrichmentJobState.FAILED);
        assertThat(room.count("register.enriched")).isZero();
        assertThat(room.stagedTables()).isZero();
        UUID again = room.submit("1", HEADER + people(1, 6, 0), 7L);
        assertThat(again).isNotEqualTo(count);
    }

    @Test
    void takesTheSameFileOnceAndRefusesWhatItDoesNotKnow() {
        UUID id = room.submit("1", HEADER + people(1, 2, 0));
        assertThat(room.submit("1", HEADER + people(1, 2, 0))).isEqualTo(id);
        assertThatThrownBy(() -> room.submit("khong-co", "1", HEADER, null))
                .isInstanceOfSatisfying(
                        BusException.class,
                        e -> assertThat(e.refusal().field()).isEqualTo("source"));
    }

    /** Two files of one source at once, two instances: the second file waits for the first, and no chunk is merged twice. */
    @Test
    void sharesTheWorkWithAnotherInstance() throws Exception {
        UUID first = room.submit("1", HEADER + people(1, 20, 0));
        UUID second = room.submit("2", HEADER + people(1, 20, 500));
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (EnrichmentRoom other = room.beside(folder, SETTINGS)) {
            List<Future<?>> both = List.of(threads.submit(room::workAll), threads.submit(other::workAll));
            for (Future<?> each : both) {
                each.get();
            }
            room.workAll();
        } finally {
            threads.shutdownNow();
        }
        assertThat(room.job(first).counts().byOutcome()).isEqualTo(Map.of(RecordOutcome.MERGED_NEW, 20L));
        assertThat(room.job(second).counts().byOutcome()).isEqualTo(Map.of(RecordOutcome.MERGED_CHANGED, 20L));
        assertThat(room.count("register.enriched_history")).isEqualTo(20);
    }
}
