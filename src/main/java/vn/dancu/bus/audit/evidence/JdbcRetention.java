package vn.dancu.bus.audit.evidence;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Act;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.audit.EvidenceSettings;
import vn.dancu.bus.audit.evidence.EvidenceWriting.Month;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;

/**
 * Makes months ahead, archives those that are over, and drops those that are old enough. Nothing is dropped that is not in
 * a file, under a seal and in Kafka, or that somebody holds.
 */
final class JdbcRetention implements Retention, JdbcRounds.Work {

    private static final Logger LOGGER = LoggerFactory.getLogger(JdbcRetention.class);
    private static final long LOCK = 0x64616E6375_06L;
    private static final String COLUMNS =
            "kind, month, part, file, sha256, bytes, records, first_seal, last_seal, recipient, archived_at, dropped_at";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final EvidenceSettings settings;
    private final @Nullable JdbcArchive archive;
    private final Acts acts;
    private final Clock clock;

    JdbcRetention(
            JdbcTemplate jdbc,
            TransactionTemplate transactions,
            EvidenceSettings settings,
            @Nullable JdbcArchive archive,
            Acts acts,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.settings = settings;
        this.archive = archive;
        this.acts = acts;
        this.clock = clock;
    }

    /** One instance at a time; the transaction that holds the lock writes nothing itself. */
    @Override
    public void round() throws IOException {
        transactions.executeWithoutResult(status -> on(connection -> {
            JdbcMonths.make(connection, LocalDate.now(clock));
            return true;
        }));
        if (archive == null) {
            return;
        }
        for (Month month : on(JdbcMonths::present)) {
            if (!now().isBefore(end(month, settings.archive().afterMonths())) && isSettled(month)) {
                var unused = archive(Actor.BUS, month.kind(), month.month());
            }
            if (!now().isBefore(end(month, settings.retention().months(month.kind())))) {
                dropOrLeave(month);
            }
        }
    }

    @Override
    public List<State> months() {
        List<Archived> archives = archives();
        return on(JdbcMonths::present).stream()
                .map(month -> new State(
                        month.kind(),
                        month.month(),
                        end(month, settings.retention().months(month.kind())),
                        archives.stream().anyMatch(one -> isOf(one, month) && one.droppedAt() == null),
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
        Month month = new Month(kind, number);
        if (!on(JdbcMonths::present).contains(month)) {
            throw new BusException(ErrorCode.RESOURCE_UNKNOWN, null);
        }
        JdbcArchive writing = archive;
        if (writing == null || now().isBefore(end(month, 0)) || !isSettled(month)) {
            throw new BusException(ErrorCode.MOVE_NOT_ALLOWED, null);
        }
        try {
            return Objects.requireNonNull(transactions.execute(status -> {
                jdbc.execute("select pg_advisory_xact_lock(" + LOCK + ")");
                return archives().stream()
                        .filter(one -> isOf(one, month) && one.droppedAt() == null)
                        .findFirst()
                        .orElseGet(() -> write(writing, actor, month));
            }));
        } catch (WriteFailure e) {
            throw e.cause;
        }
    }

    private Archived write(JdbcArchive writing, Actor actor, Month month) {
        int part = (int) archives().stream().filter(one -> isOf(one, month)).count() + 1;
        Archived made = on(connection -> {
            try {
                return writing.write(
                        month, part, JdbcArchive.bounds(connection, month).get(0));
            } catch (IOException e) {
                throw new WriteFailure(e);
            }
        });
        jdbc.update(
                "insert into audit.archive (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, null)",
                made.kind().name(),
                made.month(),
                made.part(),
                made.file(),
                Hashes.bytes(made.sha256()),
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

    private void dropOrLeave(Month month) {
        try {
            transactions.executeWithoutResult(status -> drop(month));
        } catch (DataAccessException e) {
            // Somebody used the month just now; nobody is made to wait for its end.
            LOGGER.atWarn().setCause(e).log("A month of the trail could not be dropped now");
        }
    }

    /** The parent is locked for moments only: whoever appends then waits for less than half a second. */
    private void drop(Month month) {
        jdbc.execute("set local lock_timeout = '500ms'");
        JdbcHolds.lock(jdbc);
        String partition = JdbcMonths.partition(month);
        jdbc.execute("lock table " + partition + " in access exclusive mode");
        Long records = jdbc.queryForObject("select count(*) from " + partition, Long.class);
        long archived = archives().stream()
                .filter(one -> isOf(one, month) && one.droppedAt() == null)
                .mapToLong(Archived::records)
                .sum();
        if (records == null || isHeld(month) || archived == 0 && records > 0) {
            return;
        }
        if (records != archived) {
            LOGGER.atWarn().log("A month of the trail has other records than its archive and is kept");
            return;
        }
        jdbc.execute("alter table audit.event_" + month.kind().word() + " detach partition " + partition);
        jdbc.execute("drop table " + partition);
        jdbc.update(
                "update audit.archive set dropped_at = ? where kind = ? and month = ? and dropped_at is null",
                now().atOffset(ZoneOffset.UTC),
                month.kind().name(),
                month.month());
        if (records > 0) {
            acts.record(new Act(
                    Actor.BUS, "audit.month_dropped", null, subject(month), Map.of("records", Long.toString(records))));
        }
    }

    /** Whether the month has records and all of them are sealed and in Kafka. */
    private boolean isSettled(Month month) {
        List<JdbcArchive.Bounds> bounds = on(connection -> JdbcArchive.bounds(connection, month));
        if (bounds.isEmpty()) {
            return false;
        }
        Position last = bounds.get(0).last();
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select 1 from audit.relay where (xid, seq) >= (?::text::xid8, ?))"
                        + " and exists (select 1 from audit.seal where (last_xid, last_seq) >= (?::text::xid8, ?))",
                Boolean.class,
                last.xidText(),
                last.seq(),
                last.xidText(),
                last.seq()));
    }

    private boolean isHeld(Month month) {
        return JdbcHolds.isHeld(jdbc, List.of(month.kind()), end(month, -1), end(month, 0));
    }

    private Instant now() {
        return Instant.now(clock);
    }

    private static boolean isOf(Archived one, Month month) {
        return one.kind() == month.kind() && one.month() == month.month();
    }

    private static String subject(Month month) {
        return "month/" + month.kind().word() + "-" + month.month();
    }

    /** So many months after the end of the month. */
    private static Instant end(Month month, int after) {
        return JdbcMonths.yearMonth(month.month())
                .plusMonths(after + 1L)
                .atDay(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }

    private static Archived archived(ResultSet rs) throws SQLException {
        OffsetDateTime dropped = rs.getObject("dropped_at", OffsetDateTime.class);
        return new Archived(
                RecordKind.valueOf(rs.getString("kind")),
                rs.getInt("month"),
                rs.getInt("part"),
                rs.getString("file"),
                Hashes.hex(rs.getBytes("sha256")),
                rs.getLong("bytes"),
                rs.getLong("records"),
                rs.getLong("first_seal"),
                rs.getLong("last_seal"),
                rs.getString("recipient"),
                rs.getTimestamp("archived_at").toInstant(),
                dropped == null ? null : dropped.toInstant());
    }

    /** Carries what happened to the file out of the transaction. */
    private static final class WriteFailure extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final IOException cause;

        WriteFailure(IOException cause) {
            super(cause);
            this.cause = cause;
        }
    }

    /** What reads on a connection, that of the transaction where there is one. */
    private interface Use<T> {
        T with(Connection connection) throws SQLException;
    }

    private <T> T on(Use<T> use) {
        return Objects.requireNonNull(jdbc.execute((Connection connection) -> use.with(connection)));
    }
}
