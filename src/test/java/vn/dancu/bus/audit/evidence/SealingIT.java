package vn.dancu.bus.audit.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.bus.audit.evidence.verify.EvidenceFinding;
import vn.dancu.bus.audit.evidence.verify.EvidenceVerifier;
import vn.dancu.bus.audit.evidence.verify.TrustAnchors;
import vn.dancu.bus.audit.evidence.verify.VerificationReport;

/** Sealing on a real database: in order, once, and never in the way. */
class SealingIT {

    @TempDir
    Path folder;

    private final SealedTrail trail = new SealedTrail();

    @Test
    void sealsWhatIsCompleteInBatchesAndNothingTwice() throws SQLException {
        trail.append(2500);

        assertThat(trail.sealer.seal(false)).isEqualTo(new JdbcSealer.Outcome(1024, true));
        assertThat(trail.sealer.seal(false)).isEqualTo(new JdbcSealer.Outcome(1024, true));
        assertThat(trail.sealer.seal(false)).isEqualTo(JdbcSealer.Outcome.NOTHING);
        assertThat(trail.sealer.seal(true).records()).isEqualTo(452 + 2);
        assertThat(trail.sealer.seal(true))
                .as("a seal's own event alone is not sealed")
                .isEqualTo(JdbcSealer.Outcome.NOTHING);
        trail.append(1);
        assertThat(trail.seal()).isEqualTo(2);
        assertThat(EvidenceVerifier.verify(trail.export(folder), TrustAnchors.NONE)
                        .findings())
                .isEmpty();
    }

    @Test
    void tellsEachSealAsAnEventInItsTransaction() {
        trail.append(3);
        trail.seal();

        String event = trail.jdbc.queryForObject("select event from audit.event where kind = 'SEAL'", String.class);

        assertThat(event).contains("\"vn.dancu.seal.v1\"", trail.lastHash());
    }

    @Test
    void sealsNothingThatAnOlderTransactionMayStillComeBefore() throws SQLException {
        try (Connection open = trail.dataSource.getConnection();
                Statement statement = open.createStatement()) {
            open.setAutoCommit(false);
            statement.execute("insert into audit.event (seq, id, kind, occurred_at, event)"
                    + " values (0, gen_random_uuid(), 'ANSWER', '2026-11-24T05:00:00Z', '{}')");
            trail.append(5);

            assertThat(trail.seal()).isZero();

            open.commit();
        }
        assertThat(trail.seal()).isEqualTo(6);
    }

    @Test
    void sealsOnceWhenInstancesSealAtTheSameTime() throws Exception {
        ExecutorService instances = Executors.newFixedThreadPool(4);
        try {
            trail.append(20_000);
            List<Future<Integer>> sealed = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                JdbcSealer sealer = trail.sealer();
                sealed.add(instances.submit(() -> {
                    int records = 0;
                    for (int round = 0; round < 30; round++) {
                        records += sealer.seal(true).records();
                    }
                    return records;
                }));
            }
            for (Future<Integer> one : sealed) {
                one.get();
            }
        } finally {
            instances.shutdownNow();
        }
        trail.seal();

        VerificationReport report = EvidenceVerifier.verify(trail.export(folder), TrustAnchors.NONE);
        assertThat(report.findings()).isEmpty();
        assertThat(report.records()).isGreaterThanOrEqualTo(20_000);
        assertThat(trail.evidence.keys()).as("one key was made").hasSize(1);
    }

    /** The sealer's transaction is held open at its longest: after its writes, before its commit. */
    @Test
    void letsRecordsBeAppendedWhileASealerIsInTheMiddle() throws SQLException {
        trail.append(10);
        try (Connection sealing = trail.dataSource.getConnection();
                Statement statement = sealing.createStatement()) {
            sealing.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(" + 0x64616E6375_03L + ")");
            statement.execute("select * from audit.event e order by e.xid, e.seq");
            statement.execute("insert into audit.event (seq, id, kind, occurred_at, event)"
                    + " values (0, gen_random_uuid(), 'SEAL', '2026-11-24T05:00:00Z', '{}')");

            trail.append(100);
            assertThat(trail.seal()).as("another instance leaves it alone").isZero();
            sealing.rollback();
        }
        assertThat(trail.seal()).isEqualTo(110);
    }

    @Test
    void losesNothingWhenASealerDiesBeforeItsCommit() throws SQLException {
        trail.append(10);
        try (Connection sealing = trail.dataSource.getConnection();
                Statement statement = sealing.createStatement()) {
            sealing.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(" + 0x64616E6375_03L + ")");
            statement.execute("insert into audit.event (seq, id, kind, occurred_at, event)"
                    + " values (0, gen_random_uuid(), 'SEAL', '2026-11-24T05:00:00Z', '{}')");
            trail.jdbc.execute("select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()"
                    + " and datname = current_database() and backend_type = 'client backend'");
        }
        assertThat(trail.seal()).isEqualTo(10);
        assertThat(EvidenceVerifier.verify(trail.export(folder), TrustAnchors.NONE)
                        .findings())
                .isEmpty();
    }

    @Test
    void signsWithTheNewKeyAndKeepsTheOldOne() {
        trail.append(2);
        trail.seal();
        Evidence.KeySummary made = trail.evidence.newKey(SealedTrail.LAN);
        trail.append(2);
        trail.seal();

        assertThat(made.number()).isEqualTo(2);
        assertThat(trail.evidence.seals(0, 10))
                .extracting(Evidence.SealSummary::key)
                .containsExactly(1, 2);
        VerificationReport report = EvidenceVerifier.verify(trail.export(folder), TrustAnchors.NONE);
        assertThat(report.findings()).isEmpty();
        assertThat(report.fingerprints()).hasSize(2);
        assertThat(trail.recorded).extracting(act -> act.action()).containsExactly("audit.seal_key_made");
    }

    @Test
    void provesOneRecord() throws IOException {
        trail.append(300);
        trail.seal();
        UUID id =
                trail.jdbc.queryForObject("select id from audit.event where seq = 137 and kind = 'ANSWER'", UUID.class);

        byte[] proof = trail.evidence.proof(SealedTrail.LAN, id);

        Path file = Files.write(Path.of("target/proof-of-one-record.json"), proof);
        VerificationReport report = EvidenceVerifier.verify(file, TrustAnchors.NONE);
        assertThat(report.findings()).isEmpty();
        assertThat(report.records()).isEqualTo(1);
        Path changed = Files.writeString(
                folder.resolve("changed.json"), SealedTrail.text(proof).replace("canbo01", "canbo02"));
        assertThat(EvidenceVerifier.verify(changed, TrustAnchors.NONE).findings())
                .singleElement()
                .extracting(EvidenceFinding::kind)
                .isEqualTo(EvidenceFinding.Kind.PROOF_WRONG);
    }
}
