package vn.dancu.bus.citizen.correction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.delivery.ClaimCheck;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.sql.GivenConditions;

/** The tables of correction requests. */
final class JdbcCorrections {

    private static final long LOCK = 0x64616E63_7511_0000L;
    private static final String SELECT = "select * from citizen.correction where true";
    private static final String OPEN = "state in ('SENT', 'IN_WORK')";

    private final JdbcTemplate jdbc;

    JdbcCorrections(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the end of the transaction nobody else counts or adds requests of that person. */
    void lock(byte[] personHash) {
        jdbc.queryForList("select pg_advisory_xact_lock(? # hashtext(encode(?, 'hex'))::bigint)", LOCK, personHash);
    }

    int open(Collection<byte[]> persons) {
        Integer count = jdbc.queryForObject(
                "select count(*) from citizen.correction where " + OPEN + " and person_hash = any(?)",
                Integer.class,
                (Object) persons.toArray(byte[][]::new));
        return count == null ? 0 : count;
    }

    void add(StoredCorrection stored, String reference) {
        jdbc.update(
                "insert into citizen.correction (number, document_id, reference, person_hash, agency, field, state,"
                        + " asked_at, due_on, wish) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                stored.number(),
                stored.documentId(),
                reference,
                stored.personHash(),
                stored.agency(),
                stored.field().value(),
                stored.state().name(),
                stored.askedAt().atOffset(ZoneOffset.UTC),
                stored.dueOn(),
                stored.wish());
    }

    Optional<StoredCorrection> find(byte[] personHash, String reference) {
        return one(SELECT + " and person_hash = ? and reference = ?", personHash, reference);
    }

    Optional<StoredCorrection> find(String number) {
        return one(SELECT + " and number = ?", number);
    }

    Optional<StoredCorrection> find(UUID documentId) {
        return one(SELECT + " and document_id = ?", documentId);
    }

    /** The request of that document to that agency, held until the end of the transaction. */
    Optional<StoredCorrection> hold(UUID documentId, String agency) {
        return one(SELECT + " and document_id = ? and agency = ? for update", documentId, agency);
    }

    List<StoredCorrection> list(
            @Nullable Collection<byte[]> persons, @Nullable LocalDate overdueOn, @Nullable String after, int limit) {
        GivenConditions given = new GivenConditions(SELECT)
                .and("person_hash = any(?)", persons == null ? null : persons.toArray(byte[][]::new))
                .and(OPEN + " and due_on < ?", overdueOn)
                .and("(asked_at, number) < (select asked_at, number from citizen.correction where number = ?)", after);
        String sql = given.sql() + " order by asked_at desc, number desc limit " + limit;
        return jdbc.query(sql, (rs, row) -> correction(rs), given.values());
    }

    List<Correction.Report> reports(String number) {
        return jdbc.query(
                "select code, at from citizen.correction_report where number = ? order by at, code",
                (rs, row) -> new Correction.Report(rs.getString("code"), instant(rs, "at")),
                number);
    }

    void report(String number, CorrectionState state, String code, Instant at) {
        jdbc.update(
                "insert into citizen.correction_report (number, code, at) values (?, ?, ?) on conflict do nothing",
                number,
                code,
                at.atOffset(ZoneOffset.UTC));
        jdbc.update("update citizen.correction set state = ? where number = ?", state.name(), number);
    }

    void answer(String number, byte[] answer, ClaimCheck reply, Instant at) {
        jdbc.update(
                "update citizen.correction set state = 'ANSWERED', answered_at = ?, answer = ?, reply = ?,"
                        + " reply_length = ?, reply_sha256 = ? where number = ?",
                at.atOffset(ZoneOffset.UTC),
                answer,
                reply.id(),
                reply.length(),
                reply.sha256(),
                number);
    }

    /** Waiting requests due between these days of which nobody was reminded; they count as reminded of. */
    List<StoredCorrection> takeUnreminded(LocalDate today, LocalDate lastDay, Instant now) {
        return take("reminded_at", "due_on between ? and ?", now, today, lastDay);
    }

    /** Waiting requests that were due before that day; they count as escalated. */
    List<StoredCorrection> takeOverdue(LocalDate day, Instant now) {
        return take("escalated_at", "due_on < ?", now, day);
    }

    private List<StoredCorrection> take(String column, String due, Instant now, LocalDate... days) {
        List<Object> values = new ArrayList<>(List.of(now.atOffset(ZoneOffset.UTC)));
        values.addAll(List.of(days));
        return jdbc.query(
                "update citizen.correction set " + column + " = ? where " + OPEN + " and " + column + " is null and "
                        + due + " returning *",
                (rs, row) -> correction(rs),
                values.toArray());
    }

    /** Those that ended before that moment, with what was reported of them; a rejected one ended soon after it was asked. */
    List<StoredCorrection> deleteEnded(Instant before) {
        return jdbc.query(
                "delete from citizen.correction where state in ('ANSWERED', 'REJECTED')"
                        + " and coalesce(answered_at, asked_at) < ? returning *",
                (rs, row) -> correction(rs),
                before.atOffset(ZoneOffset.UTC));
    }

    int overdue(LocalDate day) {
        Integer count = jdbc.queryForObject(
                "select count(*) from citizen.correction where " + OPEN + " and due_on < ?", Integer.class, day);
        return count == null ? 0 : count;
    }

    private Optional<StoredCorrection> one(String sql, Object... values) {
        return jdbc.query(sql, (rs, row) -> correction(rs), values).stream().findFirst();
    }

    private static StoredCorrection correction(ResultSet rs) throws SQLException {
        UUID reply = rs.getObject("reply", UUID.class);
        return new StoredCorrection(
                rs.getString("number"),
                rs.getObject("document_id", UUID.class),
                rs.getBytes("person_hash"),
                rs.getString("agency"),
                FieldPath.of(rs.getString("field")),
                CorrectionState.valueOf(rs.getString("state")),
                instant(rs, "asked_at"),
                rs.getObject("due_on", LocalDate.class),
                rs.getBytes("wish"),
                reply == null
                        ? null
                        : new StoredCorrection.StoredAnswer(
                                instant(rs, "answered_at"),
                                rs.getBytes("answer"),
                                new ClaimCheck(reply, rs.getLong("reply_length"), rs.getString("reply_sha256"))));
    }

    private static Instant instant(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, OffsetDateTime.class).toInstant();
    }
}
