package vn.dancu.bus.enrichment.job;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.delivery.ClaimCheck;
import vn.dancu.bus.enrichment.EnrichmentJob;
import vn.dancu.bus.enrichment.RecordOutcome;
import vn.dancu.bus.enrichment.SourceCode;
import vn.dancu.bus.enrichment.balance.ChunkJournal;
import vn.dancu.bus.enrichment.file.TextEncoding;
import vn.dancu.bus.enrichment.merge.ChunkTable;
import vn.dancu.bus.kernel.PartnerId;

/**
 * Takes jobs for a step and notes what became of it, in the transaction of the caller. A moment that lies further ahead than anything
 * that is ever set was set by a clock that was wrong, and counts as past.
 */
final class JdbcJobLedger {

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    /** Jobs of a source are worked on in the order of their receipt; one that is paused keeps its place. */
    private static final String FREE =
            """
             and (j.hold is null or j.hold <> 'paused') and (j.next_try <= ? or j.next_try > ?)
            and not exists (select 1 from enrichment.job e where e.source = j.source and e.number < j.number
                and e.state in ('received', 'checked', 'merged', 'balanced'))
            order by j.number limit 1 for update of j skip locked
            """;

    private final JdbcTemplate jdbc;
    private final Clock clock;

    JdbcJobLedger(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Leases the next file that is to be read. */
    Optional<WorkedJob> claim(Duration lease) {
        Instant now = clock.instant();
        return first(jdbc.query(
                "with next as materialized (select j.id from enrichment.job j where j.state = 'received'"
                        + " and (j.lease_ends is null or j.lease_ends <= ? or j.lease_ends > ?)" + FREE
                        + ") update enrichment.job k set lease = ?, lease_ends = ?, work_since = coalesce(work_since, ?),"
                        + " changed_at = ? from next where k.id = next.id returning k.*",
                JdbcJobLedger::worked,
                at(now),
                at(now.plus(lease)),
                at(now),
                at(now.plus(LONGEST_PAUSE)),
                UUID.randomUUID(),
                at(now.plus(lease)),
                at(now),
                at(now)));
    }

    /** The next job of that state; its row is locked until the transaction ends. */
    Optional<WorkedJob> lock(String state) {
        return lockedBy("j.state = '" + state + "'" + FREE);
    }

    /** The next job that was cancelled and whose sheet is to be made or signed; its chunks that were not merged are gone. */
    Optional<WorkedJob> lockCancelled(boolean hasSheet) {
        return lockedBy("j.state = 'cancelled' and j.worked > 0 and j.certificate is null and (j.sheet is not null) = "
                + hasSheet
                + " and not exists (select 1 from enrichment.chunk c where c.job = j.number and c.is_staged)"
                + " and (j.next_try <= ? or j.next_try > ?) order by j.number limit 1 for update of j skip locked");
    }

    private Optional<WorkedJob> lockedBy(String condition) {
        Instant now = clock.instant();
        return first(jdbc.query(
                "select j.* from enrichment.job j where " + condition,
                JdbcJobLedger::worked,
                at(now),
                at(now.plus(LONGEST_PAUSE))));
    }

    /** Numbers of the chunks that are known. */
    Set<Integer> chunks(WorkedJob job) {
        return new HashSet<>(
                jdbc.queryForList("select number from enrichment.chunk where job = ?", Integer.class, job.number()));
    }

    /** Notes a staged chunk, and renews the lease of its reader. */
    void staged(WorkedJob job, int chunk, ChunkJournal journal, Duration lease) {
        Instant now = clock.instant();
        require(jdbc.update(
                "update enrichment.job set staged = staged + ?, lease_ends = ?, changed_at = ?, hold = null, cause_code = null,"
                        + " failures = 0 where id = ? and lease = ? and state = 'received' and hold is distinct from 'paused'",
                journal.records(),
                at(now.plus(lease)),
                at(now),
                job.id(),
                job.lease()));
        jdbc.update(
                "insert into enrichment.chunk (job, number, first_line, last_line, records, accepted, is_staged, lines, refusals)"
                        + " values (?, ?, ?, ?, ?, ?, true, ?, ?)",
                job.number(),
                chunk,
                journal.firstLine(),
                journal.lastLine(),
                journal.records(),
                journal.accepted(),
                journal.lines(),
                journal.refusals());
    }

    /** Renews the lease of a reader. */
    void renew(WorkedJob job, Duration lease) {
        require(jdbc.update(
                "update enrichment.job set lease_ends = ? where id = ? and lease = ? and state = 'received'"
                        + " and hold is distinct from 'paused'",
                at(clock.instant().plus(lease)),
                job.id(),
                job.lease()));
    }

    /** The file was read to its end. */
    void checked(WorkedJob job) {
        Instant now = clock.instant();
        require(jdbc.update(
                "update enrichment.job set state = 'checked', lease = null, lease_ends = null, changed_at = ?, work_since = ?"
                        + " where id = ? and lease = ? and state = 'received' and hold is distinct from 'paused'",
                at(now),
                at(now),
                job.id(),
                job.lease()));
    }

    private static void require(int rows) {
        if (rows == 0) {
            throw new LostJobException();
        }
    }

    /** The next chunk of a locked job. */
    Optional<JobChunk> nextChunk(WorkedJob job) {
        return first(staged(job, 1));
    }

    /** Chunks that wait to be merged, in their order. */
    private List<JobChunk> staged(WorkedJob job, int most) {
        return jdbc.query(
                "select number, records, accepted from enrichment.chunk where job = ? and is_staged order by number limit ?",
                (rs, number) -> new JobChunk(
                        new ChunkTable(job.number(), rs.getInt("number")), rs.getInt("records"), rs.getInt("accepted")),
                job.number(),
                most);
    }

    /** Notes the outcomes of a chunk of a locked job. */
    void worked(WorkedJob job, JobChunk chunk, JobChunk.Outcome outcome, Duration pause) {
        Instant now = clock.instant();
        StringBuilder sets = new StringBuilder();
        for (RecordOutcome each : RecordOutcome.values()) {
            sets.append(each.code())
                    .append(" = ")
                    .append(outcome.counts().of(each))
                    .append(", ");
        }
        jdbc.update(
                "update enrichment.chunk set " + sets
                        + "by_replaced = ?, outcomes = ?, passed = ?, merged_at = ?, is_staged = false where job = ? and number = ?",
                outcome.counts().byReplaced(),
                outcome.letters(),
                outcome.passed(),
                at(now),
                job.number(),
                chunk.table().chunk());
        jdbc.update(
                "update enrichment.job set worked = worked + ?, next_try = ?, changed_at = ?, hold = null, cause_code = null,"
                        + " failures = 0 where id = ?",
                chunk.records(),
                at(now.plus(pause)),
                at(now),
                job.id());
    }

    /** A locked job reached that state. */
    void reached(WorkedJob job, String state) {
        jdbc.update(
                "update enrichment.job set state = ?, changed_at = ?, hold = null, cause_code = null, failures = 0 where id = ?",
                state,
                at(clock.instant()),
                job.id());
    }

    /**
     * Forgets a chunk whose staged records are gone, and every other one of which that is so, so that the file is read again once for
     * all of them.
     */
    void lost(WorkedJob job, JobChunk chunk, Predicate<ChunkTable> isEmpty) {
        int lost = 0;
        for (JobChunk each : staged(job, Integer.MAX_VALUE)) {
            if (each.table().equals(chunk.table()) || isEmpty.test(each.table())) {
                forget(each.table());
                lost += each.records();
            }
        }
        jdbc.update(
                "update enrichment.job set state = 'received', staged = staged - ?, lease = null, lease_ends = null, changed_at = ?"
                        + " where id = ? and state = 'checked'",
                lost,
                at(clock.instant()),
                job.id());
    }

    /** Ends a job whose file cannot be read; false where the lease is no longer this one. */
    boolean failed(WorkedJob job, EnrichmentJob.Cause cause) {
        int rows = jdbc.update(
                "update enrichment.job set state = 'failed', hold = null, lease = null, lease_ends = null, changed_at = ?,"
                        + " cause_code = ?, cause_field = ?, cause_line = ? where id = ? and lease = ? and state = 'received'",
                at(clock.instant()),
                cause.code(),
                cause.hint(),
                cause.line(),
                job.id(),
                job.lease());
        return rows > 0;
    }

    /**
     * Holds an open job until then; one that somebody paused stays so.
     *
     * @param hold {@code suspended} or {@code waiting}
     */
    void holds(WorkedJob job, String hold, EnrichmentJob.Cause cause, Duration pause) {
        Instant now = clock.instant();
        jdbc.update(
                "update enrichment.job set hold = case when hold = 'paused' then hold else ? end, next_try = ?, changed_at = ?,"
                        + " lease = null, lease_ends = null, failures = failures + 1, cause_code = ?, cause_field = ?,"
                        + " cause_line = 0, occurrence = ? where id = ? and lease is not distinct from ?"
                        + " and state not in ('certified', 'failed')",
                hold,
                at(now.plus(pause)),
                at(now),
                cause.code(),
                cause.hint(),
                cause.occurrence(),
                job.id(),
                job.lease());
    }

    /** Lets go of the file that was being read. */
    void release(WorkedJob job) {
        jdbc.update(
                "update enrichment.job set lease = null, lease_ends = null where id = ? and lease = ?",
                job.id(),
                job.lease());
    }

    /** Staged chunks of jobs that ended without them; their rows are locked. */
    List<ChunkTable> leftOver(int most) {
        return jdbc.query(
                "select c.job, c.number from enrichment.chunk c join enrichment.job j on j.number = c.job where c.is_staged"
                        + " and j.state in ('cancelled', 'failed') order by c.job, c.number limit ? for update of c skip locked",
                (rs, number) -> new ChunkTable(rs.getInt("job"), rs.getInt("number")),
                most);
    }

    void forget(ChunkTable chunk) {
        jdbc.update("delete from enrichment.chunk where job = ? and number = ?", chunk.job(), chunk.chunk());
    }

    static WorkedJob worked(ResultSet rs, int row) throws SQLException {
        String encoding = rs.getString("encoding");
        return new WorkedJob(
                rs.getObject("id", UUID.class),
                rs.getInt("number"),
                new SourceCode(rs.getString("source")),
                new PartnerId(rs.getString("authority")),
                rs.getString("document"),
                rs.getTimestamp("received_at").toInstant(),
                rs.getString("profile"),
                encoding == null ? null : TextEncoding.of(encoding).orElseThrow(),
                content(rs, "content"),
                rs.getObject("declared", Long.class),
                rs.getObject("verified_on", LocalDate.class),
                rs.getInt("chunk_records"),
                rs.getObject("rate_limit", Integer.class),
                rs.getInt("failures"),
                rs.getObject("lease", UUID.class),
                "cancelled".equals(rs.getString("state")));
    }

    static ClaimCheck content(ResultSet rs, String column) throws SQLException {
        return new ClaimCheck(
                rs.getObject(column, UUID.class), rs.getLong(column + "_length"), rs.getString(column + "_sha256"));
    }

    private static <T> Optional<T> first(List<T> rows) {
        return rows.stream().findFirst();
    }

    static @Nullable Timestamp at(@Nullable Instant moment) {
        return moment == null ? null : Timestamp.from(moment);
    }
}
