package vn.dancu.bus.enrichment.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import vn.dancu.bus.audit.evidence.verify.TrustAnchors;
import vn.dancu.bus.enrichment.EnrichmentJob;
import vn.dancu.bus.enrichment.EnrichmentJobState;
import vn.dancu.bus.enrichment.RecordOutcome;
import vn.dancu.bus.enrichment.balance.SheetReport;
import vn.dancu.bus.enrichment.balance.SheetVerifier;
import vn.dancu.bus.fixtures.Balance;
import vn.dancu.bus.fixtures.MigratedDatabase;

/** kill -9 of two instances that share a file, again and again, at whatever stage it is: every record has one outcome, and the sheet is even. */
@EnabledIfSystemProperty(
        named = "test.drills",
        matches = "long",
        disabledReason = "two minutes: bench/drills/run or -Plong")
class KilledEnrichmentIT {

    private static final int PEOPLE = 60_000;
    private static final int CHUNK = 300;
    private static final Duration LONGEST = Duration.ofMinutes(4);

    @TempDir
    private Path folder;

    @Test
    void everyRecordHasOneOutcomeAndTheSheetIsEven() throws Exception {
        try (EnrichmentRoom room =
                EnrichmentRoom.start(folder, Map.of("dancu.enrichment.job.chunk", String.valueOf(CHUNK)))) {
            fill(room);
            UUID first = room.submit("first", file(1000), (long) PEOPLE);
            UUID second = room.submit("second", file(1001), (long) PEOPLE);
            int rounds = killUntilCertified(room, second);
            assertThat(rounds).isGreaterThan(6);
            check(room, first, RecordOutcome.MERGED_NEW);
            check(room, second, RecordOutcome.MERGED_CHANGED);
            int held = room.count("register.enriched");
            int replaced = room.count("register.enriched_history");
            new Balance("killed-enrichment", 2L * PEOPLE, held + replaced, 0, 2L * PEOPLE - held - replaced, 0)
                    .written();
            assertThat(held).isEqualTo(PEOPLE);
            assertThat(replaced).isEqualTo(PEOPLE);
            assertThat(room.stagedTables()).isZero();
            assertThat(written(room, "enriched_1", "n_tup_ins"))
                    .isBetween((long) PEOPLE, PEOPLE + (long) rounds * CHUNK);
            assertThat(written(room, "enriched_history", "n_tup_ins"))
                    .isBetween((long) PEOPLE, PEOPLE + (long) rounds * CHUNK);
        }
    }

    /** Rows that were ever written there, with those whose transaction came to nothing: what was done again is in it. */
    private static long written(EnrichmentRoom room, String table, String count) {
        Long rows = room.jdbc()
                .queryForObject(
                        "select " + count + " from pg_stat_user_tables where schemaname = 'register' and relname = ?",
                        Long.class,
                        table);
        return rows == null ? 0 : rows;
    }

    /** Two instances in each round. How many rounds it took. */
    private int killUntilCertified(EnrichmentRoom room, UUID last) throws IOException, InterruptedException {
        List<Process> instances = new ArrayList<>();
        int rounds = 0;
        long deadline = System.nanoTime() + LONGEST.toNanos();
        try {
            while (room.job(last).state() != EnrichmentJobState.CERTIFIED) {
                assertThat(System.nanoTime()).as("the files end").isLessThan(deadline);
                instances.add(instance(room));
                instances.add(instance(room));
                long reached = progress(room);
                await().atMost(Duration.ofMinutes(1))
                        .pollInterval(Duration.ofMillis(5))
                        .failFast("an instance ended, see instances.log in " + folder, () -> !instances.stream()
                                .allMatch(Process::isAlive))
                        .until(() -> progress(room) > reached + PEOPLE / 2
                                || room.job(last).state() == EnrichmentJobState.CERTIFIED);
                for (Process each : instances) {
                    each.destroyForcibly().waitFor();
                }
                rounds++;
                instances.clear();
                // The lease of the file that was being read.
                room.jdbc().update("update enrichment.job set lease_ends = received_at where lease is not null");
            }
        } finally {
            instances.forEach(Process::destroyForcibly);
        }
        return rounds;
    }

    /** {@code kill -9} of the database: PostgreSQL empties unlogged tables when it comes up. */
    @Test
    void readsTheFileAgainAfterPostgresqlWasKilled() throws Exception {
        Path data = Files.createDirectory(folder.resolve("database"));
        EmbeddedPostgres server = server(data, 0);
        int port = server.getPort();
        MigratedDatabase.migrate(server.getPostgresDatabase());
        try (EnrichmentRoom room =
                EnrichmentRoom.on(server.getPostgresDatabase(), folder, Map.of("dancu.enrichment.job.chunk", "4"))) {
            UUID id = room.submit("1", EnrichmentRoom.HEADER + EnrichmentRoom.people(1, 20, 0), 20L);
            room.stage();
            room.merge();
            assertThat(room.job(id).worked()).isEqualTo(4);

            ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(
                            Files.readAllLines(data.resolve("postmaster.pid")).get(0)))
                    .orElseThrow();
            List<ProcessHandle> backends = postmaster.descendants().toList();
            postmaster.destroyForcibly();
            await().atMost(Duration.ofSeconds(20)).until(() -> backends.stream().noneMatch(ProcessHandle::isAlive));
            assertThatThrownBy(room::workAll).isInstanceOfAny(DataAccessException.class, TransactionException.class);
            // It holds a lock on the folder.
            server.close();
            server = server(data, port);

            room.workAll();
            assertThat(room.job(id).counts().byOutcome()).isEqualTo(Map.of(RecordOutcome.MERGED_NEW, 20L));
            room.verified(id, 20, folder);
            assertThat(room.count("register.enriched")).isEqualTo(20);
            assertThat(room.stagedTables()).isZero();
        } finally {
            server.close();
        }
    }

    private static EmbeddedPostgres server(Path data, int port) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("synchronous_commit", "on");
        return port == 0 ? builder.start() : builder.setPort(port).start();
    }

    private static long progress(EnrichmentRoom room) {
        return room.jobs().list(null, 2).stream()
                .mapToLong(job -> job.staged() + job.worked())
                .sum();
    }

    private void check(EnrichmentRoom room, UUID id, RecordOutcome outcome) throws IOException {
        EnrichmentJob job = room.job(id);
        assertThat(job.counts().byOutcome()).isEqualTo(Map.of(outcome, (long) PEOPLE));
        Path certificate = Files.write(
                folder.resolve(id + ".json"), room.jobs().certificate(id).orElseThrow());
        Path result = folder.resolve(id + ".csv.gz");
        try (var in = room.jobs().result(id).orElseThrow()) {
            Files.copy(in, result);
        }
        SheetReport report = SheetVerifier.verify(certificate, TrustAnchors.NONE, null, result);
        assertThat(report.findings()).isEmpty();
    }

    private Process instance(EnrichmentRoom room) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EnrichmentRoom.class.getName(),
                        room.address(),
                        folder.toString(),
                        String.valueOf(CHUNK))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("instances.log").toFile()))
                .start();
    }

    private static void fill(EnrichmentRoom room) {
        room.jdbc()
                .execute("insert into register.citizen (citizen_id, so_dinh_danh, ten, name_folded, birth_year)"
                        + " select n, '9991' || lpad(n::text, 8, '0'), 'x', 'MAU', 1980 from generate_series(100, "
                        + (PEOPLE + 99) + ") n");
        room.jdbc()
                .execute("insert into register.citizen_number (number, citizen_id, kind, state)"
                        + " select so_dinh_danh, citizen_id, 'SO_DINH_DANH', 'CURRENT' from register.citizen"
                        + " where citizen_id >= 100");
    }

    private static String file(int place) {
        StringBuilder text = new StringBuilder("SoDinhDanh,HoVaTen,NgaySinh,MaThe,NoiDangKyKCB,GiaTriTu\n");
        for (int i = 100; i < PEOPLE + 100; i++) {
            text.append(String.format("9991%08d,Mậu,1980,GD401%010d,%d,01/01/2026%n", i, i, place));
        }
        return text.toString();
    }
}
