package vn.dancu.bus.enrichment.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.dancu.bus.enrichment.job.EnrichmentRoom.HEADER;
import static vn.dancu.bus.enrichment.job.EnrichmentRoom.line;
import static vn.dancu.bus.enrichment.job.EnrichmentRoom.name;
import static vn.dancu.bus.enrichment.job.EnrichmentRoom.number;
import static vn.dancu.bus.enrichment.job.EnrichmentRoom.oldNumber;
import static vn.dancu.bus.enrichment.job.EnrichmentRoom.people;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.bus.audit.evidence.verify.TrustAnchors;
import vn.dancu.bus.delivery.ClaimCheck;
import vn.dancu.bus.enrichment.EnrichmentJob;
import vn.dancu.bus.enrichment.EnrichmentJobState;
import vn.dancu.bus.enrichment.RecordOutcome;
import vn.dancu.bus.enrichment.balance.SheetReport;
import vn.dancu.bus.enrichment.balance.SheetVerifier;
import vn.dancu.bus.fixtures.MortalDatabase;
import vn.dancu.bus.partner.Partner;

/** The life of a job on a real database: every record has its outcome, whatever happens on the way, and the sheet is even. */
class EnrichmentJobIT {

    private static final Map<String, Object> SETTINGS = Map.of("dancu.enrichment.job.chunk", "4");

    @TempDir
    private static Path folder;

    private static EnrichmentRoom room;

    @BeforeAll
    static void open() {
        room = EnrichmentRoom.start(folder, SETTINGS);
    }

    @AfterAll
    static void close() {
        room.close();
    }

    @BeforeEach
    void clear() {
        room.clear();
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
        room.verified(id, 11, folder);
    }

    @Test
    void proofFailsWhereASheetOrAResultWasChanged() throws IOException {
        UUID id = room.submit("1", mixed());
        room.workAll();
        String sheet = new String(room.jobs().certificate(id).orElseThrow(), java.nio.charset.StandardCharsets.UTF_8);
        Path changed = Files.writeString(
                folder.resolve("changed.json"), sheet.replaceFirst("total 2 12 11 [0-9]", "total 2 12 11 9"));
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

    /** Four records a chunk: the second line about a person stands in another one than the first. */
    @Test
    void takesTheFirstLineAboutAPersonWhateverChunkTheOthersStandIn() throws IOException {
        room.submit("1", HEADER + people(1, 6, 100) + line(7, 107, "20/11/2026"));
        room.workAll();
        UUID id = room.submit(
                "2",
                HEADER
                        + people(1, 4, 100)
                        + line(1, 101)
                        + line(2, 300)
                        + line(7, 108)
                        + line(5, 305)
                        + line(7, 109, "25/11/2026")
                        + line(5, 105)
                        + line(6, 106)
                        + line(3, 301)
                        + line(3, 103)
                        + line(6, 306));
        room.workAll();

        assertThat(room.result(id))
                .isEqualTo(
                        """
                        2;unchanged;;;;
                        3;unchanged;;;;
                        4;unchanged;;;;
                        5;unchanged;;;;
                        6;duplicate_in_file;;;;
                        7;duplicate_in_file;;;;
                        8;older_than_held;;;;
                        9;merged_changed;;;;
                        10;duplicate_in_file;;;;
                        11;duplicate_in_file;;;;
                        12;unchanged;;;;
                        13;duplicate_in_file;;;;
                        14;duplicate_in_file;;;;
                        15;duplicate_in_file;;;;
                        """);
        assertThat(room.held(2)).startsWith("1 ");
        assertThat(room.count("enrichment.chunk where passed is not null")).isZero();
        room.verified(id, 14, folder);
    }

    private List<String> versions() {
        return room.jdbc()
                .queryForList(
                        "select citizen_id || ' ' || xmin || ' ' || ctid from register.enriched order by 1",
                        String.class);
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

    private static final boolean IS_LONG = "long".equals(System.getProperty("test.drills"));

    /** More steps than any transaction has, so that a process that dies so often comes to an end. */
    private static final int APART = 101;

    /**
     * Dies before and after statements and commits, and goes on as a new process: again and again on the way of a file, at one of eleven
     * steps; with {@code -Plong} at every step, in files of three chunks.
     */
    @Test
    void survivesTheDeathOfTheProcessAtEveryStep() throws IOException {
        try (EnrichmentRoom mortal = room.beside(folder, Map.of("dancu.enrichment.job.chunk", IS_LONG ? "3" : "10"))) {
            mortal.partners.with(EnrichmentRoom.AUTHORITY, "secret", Partner.State.ACTIVE);
            dieAndGoOn(mortal);
        }
    }

    private static void dieAndGoOn(EnrichmentRoom room) throws IOException {
        // Two files in turn, each stored once: what is written to the disk takes longer than all else.
        List<ClaimCheck> files = List.of(room.store(file(1000)), room.store(file(2000)));
        int deaths = 0;
        int jobs = 0;
        for (int first = 1; first <= APART; first += IS_LONG ? 1 : 11) {
            UUID job = null;
            for (int step = first; job == null; step = APART) {
                assertThat(deaths).as("deaths").isLessThan(40 * (jobs + 1));
                room.clock.shift(Duration.ofMinutes(10L * (deaths + jobs)));
                job = untilDeath(room, "file " + first, files.get(jobs % 2), step);
                deaths += job == null ? 1 : 0;
            }
            balances(room, job, jobs);
            jobs++;
        }
        assertThat(deaths).isGreaterThan(jobs);
        assertThat(room.count("register.enriched")).isEqualTo(5);
        assertThat(room.stagedTables()).isZero();
    }

    /** The job, where it came to its end before that step; otherwise null. */
    private static @Nullable UUID untilDeath(EnrichmentRoom room, String document, ClaimCheck file, int step) {
        // What the dead one had begun is rolled back when PostgreSQL notices.
        await().atMost(Duration.ofSeconds(10))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(2))
                .until(() ->
                        room.count("pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()"
                                        + " and state <> 'idle'")
                                == 0);
        room.database.dieAt(step);
        try {
            UUID[] job = new UUID[1];
            boolean died = MortalDatabase.dies(() -> {
                job[0] = room.submit(EnrichmentRoom.SOURCE, document, file, 7L);
                room.workAll();
            });
            return died || room.database.hasDied() ? null : job[0];
        } finally {
            room.database.restart();
        }
    }

    private static void balances(EnrichmentRoom room, UUID id, int jobsBefore) throws IOException {
        EnrichmentJob job = room.job(id);
        assertThat(job.state()).isEqualTo(EnrichmentJobState.CERTIFIED);
        assertThat(job.counts().total()).isEqualTo(7);
        assertThat(job.counts().of(RecordOutcome.Heading.MERGED)).isEqualTo(5);
        assertThat(job.counts().of(RecordOutcome.DUPLICATE_IN_FILE)).isEqualTo(1);
        assertThat(room.count("enrichment.job where document = '" + job.document() + "'"))
                .isEqualTo(1);
        assertThat(room.count("register.enriched_history where replaced_by = " + job.number()))
                .isEqualTo(jobsBefore == 0 ? 0 : 5);
        room.verified(id, 7, folder);
    }

    /** Five people, one whom a check refuses, and the first once more. */
    private static String file(int cards) {
        return HEADER + people(1, 5, cards) + line(11, 1).replace("GD401", "GD901") + line(1, 5);
    }
}
