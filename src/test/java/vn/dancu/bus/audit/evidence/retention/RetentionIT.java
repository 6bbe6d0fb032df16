package vn.dancu.bus.audit.evidence.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.bus.audit.Act;
import vn.dancu.bus.audit.EvidenceSettings;
import vn.dancu.bus.audit.RecordKind;
import vn.dancu.bus.audit.evidence.SealedTrail;
import vn.dancu.bus.audit.evidence.verify.EvidenceVerifier;
import vn.dancu.bus.audit.evidence.verify.TrustAnchors;
import vn.dancu.bus.audit.evidence.verify.VerificationReport;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.Sha256;

/** Months that are over: archived, then dropped, and never before their time. */
class RetentionIT {

    private static final Instant JANUARY = Instant.parse("2024-01-15T05:00:00Z");
    private static final Instant OLD_ENOUGH = Instant.parse("2026-02-01T00:00:00Z");

    @TempDir
    static Path folderOfKeys;

    /** One pair for all cases: to make it takes longer than a case. */
    private static PgpKeys keys;

    @TempDir
    Path folder;

    private final SealedTrail trail = new SealedTrail();

    @BeforeAll
    static void makeKeys() {
        keys = PgpKeys.make(folderOfKeys, "luu-tru");
    }

    @BeforeEach
    void sealAMonth() {
        trail.append("ANSWER", JANUARY, 40);
        trail.append("REFUSAL", JANUARY, 5);
        trail.append("ANSWER", SealedTrail.AT, 3);
        trail.seal();
    }

    @Test
    void archivesAMonthAndDropsItWhenItIsOldEnough() throws IOException {
        relay();
        at("2024-03-01T00:00:00Z").maintain();

        Path file = archive().resolve("dancu-audit-answer-202401-1.jsonl.zst.pgp");
        VerificationReport archived = EvidenceVerifier.verify(file, keys.anchors());
        assertThat(archived.findings()).isEmpty();
        assertThat(archived.records()).isEqualTo(40);
        assertThat(Files.readString(archive().resolve(file.getFileName() + ".manifest.json")))
                .contains("\"records\" : 40", Sha256.hex(Files.readAllBytes(file)));
        assertThat(months()).contains("event_answer_202401");

        at("2026-01-31T23:59:59Z").maintain();
        assertThat(months()).contains("event_answer_202401");
        at(OLD_ENOUGH.toString()).maintain();

        assertThat(months()).doesNotContain("event_answer_202401", "event_refusal_202401");
        VerificationReport rest = EvidenceVerifier.verify(trail.export(folder), TrustAnchors.NONE);
        assertThat(rest.findings()).isEmpty();
        assertThat(rest.removed()).isEqualTo(45);
        assertThat(trail.recorded)
                .extracting(Act::action)
                .containsExactlyInAnyOrder(
                        "audit.month_archived", "audit.month_archived", "audit.month_dropped", "audit.month_dropped");
    }

    @Test
    void opensAnArchiveForNobodyElseAndNotWhenItWasChanged() throws IOException {
        relay();
        at("2024-03-01T00:00:00Z").maintain();
        Path file = archive().resolve("dancu-audit-answer-202401-1.jsonl.zst.pgp");

        assertThat(EvidenceVerifier.verify(file, TrustAnchors.NONE).exitCode()).isEqualTo(2);
        assertThat(EvidenceVerifier.verify(file, PgpKeys.make(folder, "khac").anchors())
                        .exitCode())
                .isEqualTo(2);
        byte[] content = Files.readAllBytes(file);
        content[content.length / 2] ^= 1;
        Files.write(file, content);
        assertThat(EvidenceVerifier.verify(file, keys.anchors()).exitCode()).isEqualTo(2);
        assertThat(new String(content, StandardCharsets.ISO_8859_1)).doesNotContain("canbo01");
    }

    @Test
    void dropsNothingThatIsNotInKafkaOrNotSealedOrInNoArchive() throws IOException {
        at(OLD_ENOUGH.toString()).maintain();
        assertThat(months()).as("not relayed").contains("event_answer_202401");

        relay();
        retention(Clock.fixed(OLD_ENOUGH, ZoneOffset.UTC), null).maintain();
        assertThat(months()).as("no archive").contains("event_answer_202401");

        trail.append("ANSWER", JANUARY, 1);
        relay();
        at(OLD_ENOUGH.toString()).maintain();
        assertThat(months()).as("not sealed").contains("event_answer_202401");

        trail.seal();
        relay();
        at(OLD_ENOUGH.toString()).maintain();
        assertThat(months()).doesNotContain("event_answer_202401");
    }

    @Test
    void dropsNothingThatIsHeldUntilTwoPersonsHaveReleasedIt() throws IOException {
        relay();
        JdbcLegalHolds holds = LegalHoldsIT.holds(trail);
        var id = holds.place(SealedTrail.LAN, LegalHoldsIT.placement(RecordKind.ANSWER, "2024-01-20T00:00:00Z"));

        at(OLD_ENOUGH.toString()).maintain();
        assertThat(months()).contains("event_answer_202401").doesNotContain("event_refusal_202401");
        assertThat(at(OLD_ENOUGH.toString()).months())
                .filteredOn(month -> month.month() == 202401)
                .allMatch(month -> month.held() && month.archived());

        holds.askRelease(SealedTrail.LAN, id, "vụ việc đã kết thúc");
        holds.release(SealedTrail.MINH, id);
        at(OLD_ENOUGH.toString()).maintain();
        assertThat(months()).doesNotContain("event_answer_202401");
    }

    @Test
    void dropsNoMonthThatAFreezeOrderCoversAndProvesWhenItDroppedOne() throws IOException {
        relay();
        JdbcLegalHolds holds = LegalHoldsIT.holds(trail);
        holds.place(SealedTrail.LAN, LegalHoldsIT.freeze("2024-01-20T00:00:00Z", LegalHolds.Scope.DATA));
        var logs = holds.place(SealedTrail.LAN, LegalHoldsIT.freeze("2024-01-20T00:00:00Z", LegalHolds.Scope.LOGS));

        at(OLD_ENOUGH.toString()).maintain();
        assertThat(months()).contains("event_answer_202401", "event_refusal_202401");

        holds.askRelease(SealedTrail.LAN, logs, "lệnh hết hiệu lực");
        holds.release(SealedTrail.MINH, logs);
        at(OLD_ENOUGH.toString()).maintain();

        assertThat(months()).doesNotContain("event_answer_202401");
        String sha256 = Sha256.hex(Files.readAllBytes(archive().resolve("dancu-audit-answer-202401-1.jsonl.zst.pgp")));
        assertThat(trail.recorded)
                .filteredOn(act -> act.action().equals("audit.month_dropped")
                        && act.subject().contains("answer"))
                .singleElement()
                .satisfies(act -> assertThat(act.detail())
                        .containsEntry("keptUntil", "2026-02-01T00:00:00Z")
                        .containsEntry("records", "40")
                        .containsEntry("files", "dancu-audit-answer-202401-1.jsonl.zst.pgp")
                        .containsEntry("sha256", sha256));
    }

    @Test
    void leavesNoHalfFileAndNoRowWhenTheArchiveCannotBeWritten() throws IOException {
        relay();
        Path noFolder = Files.writeString(folder.resolve("archive"), "a file where the folder should be");

        assertThatThrownBy(() -> at("2024-03-01T00:00:00Z").maintain()).isInstanceOf(IOException.class);
        assertThat(at("2024-03-01T00:00:00Z").archives()).isEmpty();

        Files.delete(noFolder);
        Files.createDirectories(archive());
        Files.writeString(archive().resolve("dancu-audit-answer-202401-1.jsonl.zst.pgp.part"), "half of one that died");
        at("2024-03-01T00:00:00Z").maintain();

        assertThat(at("2024-03-01T00:00:00Z").archives()).hasSize(2);
        try (Stream<Path> files = Files.list(archive())) {
            assertThat(files).hasSize(4).noneMatch(file -> file.toString().endsWith(".part"));
        }
    }

    @Test
    void makesNobodyWaitWhenAMonthIsInUse() throws IOException, SQLException {
        relay();
        at("2024-03-01T00:00:00Z").maintain();
        try (Connection reader = trail.dataSource.getConnection();
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.execute("select count(*) from audit.event_answer_202401");
            long startedAt = System.nanoTime();

            at(OLD_ENOUGH.toString()).maintain();

            assertThat(Duration.ofNanos(System.nanoTime() - startedAt)).isLessThan(Duration.ofSeconds(20));
            assertThat(months()).contains("event_answer_202401");
            trail.append(5);
            reader.rollback();
        }
        at(OLD_ENOUGH.toString()).maintain();
        assertThat(months()).doesNotContain("event_answer_202401");
    }

    @Test
    void archivesAnotherPartForRecordsThatComeLate() throws IOException {
        relay();
        at(OLD_ENOUGH.toString()).maintain();
        trail.append("ANSWER", JANUARY, 2);
        trail.seal();
        relay();

        at(OLD_ENOUGH.toString()).maintain();

        assertThat(at(OLD_ENOUGH.toString()).archives())
                .filteredOn(one -> one.kind() == RecordKind.ANSWER)
                .extracting(Retention.Archived::part, Retention.Archived::records)
                .containsExactly(tuple(1, 40L), tuple(2, 2L));
        VerificationReport second =
                EvidenceVerifier.verify(archive().resolve("dancu-audit-answer-202401-2.jsonl.zst.pgp"), keys.anchors());
        assertThat(second.findings()).isEmpty();
        assertThat(second.records()).isEqualTo(2);
    }

    @Test
    void refusesToArchiveAMonthThatIsNotOver() {
        assertThatThrownBy(() -> at("2024-01-20T00:00:00Z").archive(SealedTrail.LAN, RecordKind.ANSWER, 202611))
                .isInstanceOf(BusException.class)
                .hasMessage("move_not_allowed");
        assertThatThrownBy(() -> at("2024-01-20T00:00:00Z").archive(SealedTrail.LAN, RecordKind.ANSWER, 199901))
                .isInstanceOf(BusException.class)
                .hasMessage("resource_unknown");
    }

    private void relay() {
        trail.jdbc.update("update audit.relay set (xid, seq) ="
                + " (select xid, seq from audit.event order by xid desc, seq desc limit 1)");
    }

    private List<String> months() {
        return trail.jdbc.queryForList(
                "select tablename::text from pg_tables where schemaname = 'audit'", String.class);
    }

    private JdbcRetention at(String moment) {
        return retention(Clock.fixed(Instant.parse(moment), ZoneOffset.UTC), archive());
    }

    private Path archive() {
        return folder.resolve("archive");
    }

    private JdbcRetention retention(Clock clock, Path to) {
        EvidenceSettings settings = new EvidenceSettings(
                Duration.ofSeconds(10),
                null,
                Duration.ofHours(1),
                new EvidenceSettings.Retention(24, 24, 60, 60, 24),
                new EvidenceSettings.Archive(to, to == null ? null : keys.publicKey(), 1));
        ArchiveWriter archive = to == null ? null : new ArchiveWriter(trail.reader, to, keys.publicKey(), clock);
        return new JdbcRetention(trail.jdbc, trail.transactions, settings, archive, trail.acts, clock);
    }
}
