package vn.dancu.bus.enrichment.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.dancu.bus.enrichment.job.EnrichmentRoom.HEADER;
import static vn.dancu.bus.enrichment.job.EnrichmentRoom.people;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.bus.enrichment.EnrichmentJob;
import vn.dancu.bus.enrichment.EnrichmentJobState;
import vn.dancu.bus.enrichment.RecordOutcome;
import vn.dancu.bus.job.Job;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.partner.Partner;

/** What holds jobs and ends them: clerks, rates, suspended sources, what is away, lost, full or broken, and other instances. */
class HeldEnrichmentIT {

    private static final Map<String, Object> SETTINGS = Map.of("dancu.enrichment.job.chunk", "4");
    private static final Actor CLERK = new Actor("clerk", Set.of(Role.OPERATOR));

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
        room.verified(id, 8, folder);
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
        assertThat(room.job(id).cause())
                .isNotNull()
                .extracting(EnrichmentJob.Cause::code)
                .isEqualTo("partner_suspended");

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

        room.partners.failWith(null);
        room.clock.shift(Duration.ofMinutes(1));
        room.workAll();
        assertThat(room.job(id).state()).isEqualTo(EnrichmentJobState.CERTIFIED);
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

    /** The lease of whoever reads is over at once; another reads on, and the first one notices. */
    @Test
    void goesOnAfterTheClockJumpedAhead() throws IOException {
        UUID id = room.submit("1", HEADER + people(1, 12, 0));
        room.jdbc()
                .execute(
                        "update enrichment.job set lease = gen_random_uuid(), lease_ends = received_at + interval '1 minute'");
        assertThat(room.stage()).as("another instance reads it").isFalse();
        room.clock.shift(Duration.ofDays(400));
        assertThat(room.stage()).isTrue();
        room.jobs().throttle(id, 1, CLERK);
        room.merge();
        room.clock.shift(Duration.ofDays(-400));
        room.workAll();

        room.jobs().throttle(id, null, CLERK);
        room.workAll();
        assertThat(room.job(id).counts().byOutcome()).isEqualTo(Map.of(RecordOutcome.MERGED_NEW, 12L));
        room.verified(id, 12, folder);
    }

    /** The database's disk: while a file is staged, while a chunk is merged, and while the sheet is drawn. */
    @Test
    void waitsWhileTheDiskOfTheDatabaseIsFull() throws IOException {
        room.jdbc()
                .execute("create function full_disk() returns trigger language plpgsql as $$ begin"
                        + " raise exception 'No space left on device' using errcode = '53100'; end $$");
        UUID id = room.submit("1", HEADER + people(1, 12, 0));
        int hours = 0;
        for (String write : List.of(
                "insert on enrichment.chunk",
                "insert on register.enriched_origin",
                "update of sheet on enrichment.job")) {
            room.jdbc()
                    .execute("create trigger full_disk before " + write + " for each row execute function full_disk()");
            room.workAll();
            assertThat(room.job(id).state()).as(write).isEqualTo(EnrichmentJobState.WAITING);
            assertThat(room.job(id).cause())
                    .isNotNull()
                    .extracting(EnrichmentJob.Cause::code)
                    .isEqualTo("storage_unavailable");
            room.jdbc().execute("drop trigger full_disk on " + write.substring(write.indexOf(" on ") + 4));
            room.clock.shift(Duration.ofHours(++hours));
        }
        room.workAll();
        assertThat(room.job(id).counts().byOutcome()).isEqualTo(Map.of(RecordOutcome.MERGED_NEW, 12L));
        room.verified(id, 12, folder);
        assertThat(room.stagedTables()).isZero();
    }

    @Test
    void waitsForADiskThatIsFull() {
        UUID id = room.submit("1", HEADER + people(1, 4, 0));
        try (EnrichmentRoom full =
                room.beside(folder, Map.of("dancu.enrichment.job.chunk", "4", "dancu.delivery.reserve", "1000000GB"))) {
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
        room.merge();
        assertThat(room.job(id).state()).isEqualTo(EnrichmentJobState.RECEIVED);
        assertThat(room.count("enrichment.chunk"))
                .as("both are read again at once")
                .isEqualTo(1);
        room.workAll();

        assertThat(room.job(id).counts().byOutcome()).isEqualTo(Map.of(RecordOutcome.MERGED_NEW, 12L));
        room.verified(id, 12, folder);
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
        assertThat(room.count("delivery.claim"))
                .as("files that nobody needs any more")
                .isZero();
        UUID again = room.submit("1", HEADER + people(1, 6, 0), 7L);
        assertThat(again).isNotEqualTo(count);
    }

    @Test
    void takesTheSameFileOnceAndRefusesWhatItDoesNotKnow() {
        UUID id = room.submit("1", HEADER + people(1, 2, 0));
        assertThat(room.submit("1", HEADER + people(1, 2, 0))).isEqualTo(id);
        assertThatThrownBy(() -> room.submit("khong-co", "1", HEADER, null))
                .isInstanceOfSatisfying(
                        BusException.class, e -> assertThat(e.refusal().field()).isEqualTo("source"));
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
