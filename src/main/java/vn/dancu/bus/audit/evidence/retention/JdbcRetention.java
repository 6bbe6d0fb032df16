package vn.dancu.bus.audit.evidence.retention;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Act;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.audit.EvidenceSettings;
import vn.dancu.bus.audit.RecordKind;
import vn.dancu.bus.audit.event.TrailMonth;
import vn.dancu.bus.audit.event.TrailPosition;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;

/**
 * Makes partitions ahead, archives months that are over, and drops months whose retention has ended. A month is dropped only
 * when it is in an archive file, sealed, in Kafka, and under no legal hold.
 */
final class JdbcRetention implements Retention {

    private static final Logger LOGGER = LoggerFactory.getLogger(JdbcRetention.class);
    private static final long ARCHIVE_LOCK = 0x64616E6375_06L;
    private static final String COLUMNS =
            "kind, month, part, file, sha256, bytes, records, first_seal, last_seal, recipient, archived_at, dropped_at";
    private static final String IS_RELAYED_AND_SEALED =
            "select exists (select 1 from audit.relay where (xid, seq) >= (?::text::xid8, ?))"
                    + " and exists (select 1 from audit.seal where (last_xid, last_seq) >= (?::text::xid8, ?))";

    private final JdbcTemplate jdbc;
    private final JdbcMonthPartitions partitions;
    private final TransactionTemplate transactions;
    private final EvidenceSettings settings;
    private final @Nullable ArchiveWriter archiveWriter;
    private final Acts acts;
    private final Clock clock;

    JdbcRetention(
            JdbcTemplate jdbc,
            TransactionTemplate transactions,
            EvidenceSettings settings,
            @Nullable ArchiveWriter archiveWriter,
            Acts acts,
            Clock clock) {
        this.jdbc = jdbc;
        this.partitions = new JdbcMonthPartitions(jdbc);
        this.transactions = transactions;
        this.settings = settings;
        this.archiveWriter = archiveWriter;
        this.acts = acts;
        this.clock = clock;
    }

    /** Does what is due now. */
    void maintain() throws IOException {
        transactions.executeWithoutResult(status -> partitions.makeAhead(LocalDate.now(clock)));
        if (archiveWriter == null) {
            return;
        }
        for (TrailMonth month : partitions.present()) {
            if (!now().isBefore(month.end(settings.archive().afterMonths())) && isSettled(month)) {
                var unused = archive(Actor.BUS, month.kind(), month.number());
            }
            if (!now().isBefore(keptUntil(month))) {
                dropOrRetryLater(month);
            }
        }
    }

    @Override
    public List<State> months() {
        List<Archived> archives = archives();
        return partitions.present().stream()
                .map(month -> new State(
                        month.kind(),
                        month.number(),
                        keptUntil(month),
                        archives.stream().anyMatch(archived -> isOf(archived, month) && archived.droppedAt() == null),
                        isHeld(month)))
                .toList();
    }

    @Override
    public List<Archived> archives() {
        return jdbc.query(
                "select " + COLUMNS + " from audit.archive order by month, kind, part", (rs, row) -> archived(rs));
    }

    @Override
    public Archived archive(Actor actor, RecordKind kind, int number) throws IOException {
        TrailMonth month = new TrailMonth(kind, number);
        if (!partitions.present().contains(month)) {
            throw new BusException(ErrorCode.RESOURCE_UNKNOWN, null);
        }
        ArchiveWriter writer = archiveWriter;
        if (writer == null || now().isBefore(month.end(0)) || !isSettled(month)) {
            throw new BusException(ErrorCode.MOVE_NOT_ALLOWED, null);
        }
        try {
            return Objects.requireNonNull(transactions.execute(status -> {
                jdbc.execute("select pg_advisory_xact_lock(" + ARCHIVE_LOCK + ")");
                return archives().stream()
                        .filter(archived -> isOf(archived, month) && archived.droppedAt() == null)
                        .findFirst()
                        .orElseGet(() -> write(writer, actor, month));
            }));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private Archived write(ArchiveWriter writer, Actor actor, TrailMonth month) {
        int part = (int) archives().stream()
                        .filter(archived -> isOf(archived, month))
                        .count()
                + 1;
        Archived made;
        try {
            made = writer.write(month, part, partitions.bounds(month).orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        jdbc.update(
                "insert into audit.archive (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, null)",
                made.kind().name(),
                made.month(),
                made.part(),
                made.file(),
                HexFormat.of().parseHex(made.sha256()),
                made.bytes(),
                made.records(),
                made.firstSeal(),
                made.lastSeal(),
                made.recipient(),
                made.archivedAt().atOffset(ZoneOffset.UTC));
        acts.record(new Act(
                actor,
                "audit.month_archived",
                null,
                subject(month),
                Map.of("file", made.file(), "sha256", made.sha256(), "records", Long.toString(made.records()))));
        return made;
    }

    private void dropOrRetryLater(TrailMonth month) {
        try {
            transactions.executeWithoutResult(status -> drop(month));
        } catch (DataAccessException e) {
            // A lock was not free in time: somebody uses the month now.
            LOGGER.atWarn()
                    .setCause(e)
                    .log("A month of the audit trail could not be dropped; the next run tries again");
        }
    }

    private void drop(TrailMonth month) {
        jdbc.execute(JdbcMonthPartitions.LIMIT_LOCK_TIME);
        JdbcLegalHolds.lock(jdbc);
        long records = partitions.lock(month);
        List<Archived> archived = archives().stream()
                .filter(one -> isOf(one, month) && one.droppedAt() == null)
                .toList();
        long archivedRecords = archived.stream().mapToLong(Archived::records).sum();
        if (isHeld(month) || archivedRecords == 0 && records > 0) {
            return;
        }
        if (records != archivedRecords) {
            LOGGER.atWarn().log("A month of the audit trail is kept: its records differ in number from its archive");
            return;
        }
        partitions.drop(month);
        jdbc.update(
                "update audit.archive set dropped_at = ? where kind = ? and month = ? and dropped_at is null",
                now().atOffset(ZoneOffset.UTC),
                month.kind().name(),
                month.number());
        if (records > 0) {
            acts.record(new Act(Actor.BUS, "audit.month_dropped", null, subject(month), dropDetail(month, archived)));
        }
    }

    /** What proves the deletion later: when the month's time ended, how much was deleted, and which file has it. */
    private Map<String, String> dropDetail(TrailMonth month, List<Archived> archived) {
        return Map.of(
                "keptUntil", keptUntil(month).toString(),
                "records",
                        Long.toString(
                                archived.stream().mapToLong(Archived::records).sum()),
                "files", archived.stream().map(Archived::file).collect(Collectors.joining(" ")),
                "sha256", archived.stream().map(Archived::sha256).collect(Collectors.joining(" ")));
    }

    /** Whether the month has records and all of them are sealed and in Kafka. */
    private boolean isSettled(TrailMonth month) {
        Optional<ArchiveWriter.Bounds> bounds = partitions.bounds(month);
        if (bounds.isEmpty()) {
            return false;
        }
        TrailPosition last = bounds.get().last();
        return Boolean.TRUE.equals(jdbc.queryForObject(
                IS_RELAYED_AND_SEALED, Boolean.class, last.xidText(), last.seq(), last.xidText(), last.seq()));
    }

    private boolean isHeld(TrailMonth month) {
        return JdbcLegalHolds.isHeld(jdbc, LegalHolds.Scope.LOGS, List.of(month.kind()), month.start(), month.end(0));
    }

    private Instant keptUntil(TrailMonth month) {
        return month.end(settings.retention().months(month.kind()));
    }

    private Instant now() {
        return Instant.now(clock);
    }

    private static boolean isOf(Archived archived, TrailMonth month) {
        return archived.kind() == month.kind() && archived.month() == month.number();
    }

    private static String subject(TrailMonth month) {
        return "month/" + month.label();
    }

    private static Archived archived(ResultSet rs) throws SQLException {
        return new Archived(
                RecordKind.valueOf(rs.getString("kind")),
                rs.getInt("month"),
                rs.getInt("part"),
                rs.getString("file"),
                HexFormat.of().formatHex(rs.getBytes("sha256")),
                rs.getLong("bytes"),
                rs.getLong("records"),
                rs.getLong("first_seal"),
                rs.getLong("last_seal"),
                rs.getString("recipient"),
                rs.getTimestamp("archived_at").toInstant(),
                JdbcLegalHolds.moment(rs, "dropped_at"));
    }
}
