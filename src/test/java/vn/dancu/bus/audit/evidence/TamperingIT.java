package vn.dancu.bus.audit.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.bus.audit.event.TrailPosition;
import vn.dancu.bus.audit.evidence.verify.EvidenceFinding;
import vn.dancu.bus.audit.evidence.verify.EvidenceFinding.Kind;
import vn.dancu.bus.audit.evidence.verify.EvidenceVerifier;
import vn.dancu.bus.audit.evidence.verify.TrustAnchors;
import vn.dancu.bus.audit.evidence.verify.VerificationReport;

/** Somebody with the rights of the database's owner changes it; the file that is taken from it afterwards says so. */
class TamperingIT {

    @TempDir
    Path folder;

    private final SealedTrail trail = new SealedTrail();
    private List<UUID> ids = List.of();

    @BeforeEach
    void sealThreeBatches() {
        for (int i = 0; i < 3; i++) {
            trail.append(7);
            trail.append("REFUSAL", SealedTrail.AT, 2);
            trail.seal();
        }
        ids = trail.jdbc.queryForList("select id from audit.event order by xid, seq", UUID.class);
    }

    @Test
    void findsNothingWhereNothingWasDone() {
        VerificationReport report = verify();

        assertThat(report.findings()).isEmpty();
        assertThat(report.seals()).isEqualTo(3);
        // The third seal's own event waits for other records.
        assertThat(report.records()).isEqualTo(27 + 2);
        assertThat(report.exitCode()).isZero();
        assertThat(report.text(Locale.forLanguageTag("vi"))).startsWith("ĐÚNG");
    }

    @Test
    void namesARecordOfWhichAnyColumnWasChanged() {
        for (String change : List.of(
                "occurred_at = occurred_at + interval '1 microsecond'",
                "partner = 'h29-lgsp'",
                "partner = null",
                "service = ''",
                "officer = 'canbo02'",
                "result = 'not_found'",
                "person_hash = sha256('another')",
                "person_sealed = null",
                "key_period = null",
                "event = event || ' '")) {
            UUID victim = ids.get(3);
            trail.jdbc.execute("create table audit.before as select * from audit.event where id = '" + victim + "'");
            trail.jdbc.update("update audit.event set " + change + " where id = ?", victim);

            assertNames(Kind.RECORD_CHANGED, 1, victim);

            trail.jdbc.update("delete from audit.event where id = ?", victim);
            trail.jdbc.execute("insert into audit.event select * from audit.before");
            trail.jdbc.execute("drop table audit.before");
        }
        assertThat(verify().findings()).isEmpty();
    }

    @Test
    void namesARecordThatWasDeleted() {
        UUID victim = ids.get(12);
        trail.jdbc.update("delete from audit.event where id = ?", victim);

        assertNames(Kind.RECORD_MISSING, 2, victim);
    }

    @Test
    void namesARecordThatWasInserted() {
        UUID added = UUID.randomUUID();
        trail.jdbc.update(
                "insert into audit.event (xid, seq, id, kind, occurred_at, event)"
                        + " select xid, 90, ?, 'ANSWER', occurred_at, '{}' from audit.event where id = ?",
                added,
                ids.get(12));

        assertNames(Kind.RECORD_ADDED, 2, added);
    }

    @Test
    void namesARecordThatWasInsertedBeforeAllOthers() {
        UUID added = UUID.randomUUID();
        trail.jdbc.update(
                "insert into audit.event (xid, seq, id, kind, occurred_at, event)"
                        + " values ('3', 0, ?, 'ANSWER', '2026-11-24T05:00:00Z', '{}')",
                added);

        assertNames(Kind.RECORD_ADDED, 1, added);
    }

    @Test
    void namesTwoRecordsThatWereSwapped() {
        trail.jdbc.update("update audit.event set seq = 900 where id = ?", ids.get(2));
        trail.jdbc.update("update audit.event set seq = 2 where id = ?", ids.get(4));
        trail.jdbc.update("update audit.event set seq = 4 where id = ?", ids.get(2));

        assertThat(verify().findings())
                .extracting(EvidenceFinding::kind, EvidenceFinding::record)
                .containsExactlyInAnyOrder(
                        tuple(Kind.RECORD_REORDERED, ids.get(2).toString()),
                        tuple(Kind.RECORD_REORDERED, ids.get(4).toString()));
    }

    @Test
    void saysThatTheHashesOfASealWereChanged() {
        trail.jdbc.update(
                "update audit.seal set leaves = set_byte(leaves, 5, get_byte(leaves, 5) # 1) where number = 2");

        assertThat(kinds()).containsExactly(Kind.LEAVES_CHANGED);
    }

    @Test
    void saysThatARecordWasChangedTogetherWithItsHash() {
        UUID victim = ids.get(0);
        trail.jdbc.update("update audit.event set officer = 'canbo02' where id = ?", victim);
        byte[] leaf = trail.reader
                .records(TrailPosition.START, trail.seal(1).last())
                .get(0)
                .leaf();
        trail.jdbc.update(
                "update audit.seal set leaves = ?::bytea || substring(leaves from 33) where number = 1", leaf);

        assertThat(kinds()).containsExactly(Kind.LEAVES_CHANGED);
    }

    @Test
    void saysThatTheNamesInASealWereChanged() {
        trail.jdbc.update("update audit.seal set ids[1] = gen_random_uuid() where number = 2");

        assertThat(kinds()).contains(Kind.LISTING_CHANGED, Kind.RECORD_ADDED, Kind.RECORD_MISSING);
    }

    @Test
    void saysThatASealWasChangedOrSignedByNobody() {
        trail.jdbc.update("update audit.seal set sealed_at = sealed_at + interval '1 day' where number = 2");

        assertThat(kinds()).contains(Kind.SEAL_CHANGED, Kind.SIGNATURE_WRONG, Kind.CHAIN_BROKEN);
    }

    @Test
    void saysThatASealIsMissingAndWhich() {
        trail.jdbc.update("delete from audit.seal where number = 2");

        assertThat(verify().findings()).containsExactly(new EvidenceFinding(Kind.SEAL_MISSING, 2, null, null));
    }

    @Test
    void missesTheTailThatKafkaKnows() {
        String last = trail.lastHash();
        trail.jdbc.update("delete from audit.seal where number = 3");
        trail.jdbc.update("delete from audit.event where (xid, seq) > (select last_xid, last_seq from audit.seal"
                + " where number = 2)");
        Path file = trail.export(folder);

        assertThat(EvidenceVerifier.verify(file, TrustAnchors.NONE).findings())
                .as("what is left is right in itself")
                .isEmpty();
        assertThat(EvidenceVerifier.verify(file, TrustAnchors.NONE.expecting(last))
                        .findings())
                .extracting(EvidenceFinding::kind)
                .containsExactly(Kind.TAIL_CUT);
    }

    @Test
    void trustsOnlyTheKeysThatAreGiven() {
        Path file = trail.export(folder);
        String fingerprint = trail.evidence.keys().get(0).fingerprint();

        assertThat(EvidenceVerifier.verify(file, TrustAnchors.NONE.trusting(Set.of(fingerprint)))
                        .findings())
                .isEmpty();
        assertThat(EvidenceVerifier.verify(file, TrustAnchors.NONE.trusting(Set.of("0".repeat(64))))
                        .findings())
                .extracting(EvidenceFinding::kind)
                .containsOnly(Kind.KEY_NOT_TRUSTED);
    }

    @Test
    void saysThatAFileWasCutOrIsNone() throws IOException {
        byte[] whole = Files.readAllBytes(trail.export(folder));
        Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, whole.length - 40));
        Path prose = Files.writeString(folder.resolve("prose"), "Không phải chứng cứ");

        assertThat(EvidenceVerifier.verify(cut, TrustAnchors.NONE).exitCode()).isEqualTo(2);
        assertThat(EvidenceVerifier.verify(prose, TrustAnchors.NONE).exitCode()).isEqualTo(2);
        assertThat(EvidenceVerifier.verify(folder.resolve("none"), TrustAnchors.NONE)
                        .exitCode())
                .isEqualTo(2);
    }

    private void assertNames(Kind kind, long seal, UUID record) {
        assertThat(verify().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(kind);
            assertThat(finding.seal()).isEqualTo(seal);
            assertThat(finding.record()).isEqualTo(record.toString());
        });
    }

    private List<Kind> kinds() {
        return verify().findings().stream()
                .map(EvidenceFinding::kind)
                .distinct()
                .toList();
    }

    private VerificationReport verify() {
        return EvidenceVerifier.verify(trail.export(folder), TrustAnchors.NONE);
    }
}
