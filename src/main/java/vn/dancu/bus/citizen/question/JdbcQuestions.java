package vn.dancu.bus.citizen.question;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.sql.GivenConditions;

/** The table of questions. */
final class JdbcQuestions {

    private static final long LOCK = 0x64616E63_7510_0000L;
    private static final String COLUMNS =
            "number, event, event_at, partner, message_id, service, state, asked_at, due_on,"
                    + " finding, answered_at, person_hash, text, answer";

    private final JdbcTemplate jdbc;

    JdbcQuestions(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the end of the transaction nobody else counts or adds questions of that person. */
    void lock(byte[] personHash) {
        jdbc.queryForList("select pg_advisory_xact_lock(? # hashtext(encode(?, 'hex'))::bigint)", LOCK, personHash);
    }

    int open(Collection<byte[]> persons) {
        return count("state = any(?)", persons, new String[] {QuestionState.OPEN.name(), QuestionState.OVERDUE.name()});
    }

    int since(Collection<byte[]> persons, Instant moment) {
        return count("asked_at > ?", persons, moment);
    }

    private int count(String condition, Collection<byte[]> persons, Object value) {
        GivenConditions given = new GivenConditions("select count(*) from citizen.question where true")
                .and("person_hash = any(?)", persons.toArray(byte[][]::new))
                .and(condition, value);
        Integer count = jdbc.queryForObject(given.sql(), Integer.class, given.values());
        return count == null ? 0 : count;
    }

    /** @throws BusException {@code resource_exists} when there is a question about that use */
    void add(StoredQuestion stored) {
        AccessQuestion question = stored.question();
        AccessQuestion.Use use = question.use();
        try {
            jdbc.update(
                    "insert into citizen.question (number, event, event_at, partner, message_id, service, state, asked_at,"
                            + " due_on, person_hash, text) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    question.number(),
                    use.event(),
                    use.at().atOffset(ZoneOffset.UTC),
                    use.partner() == null ? null : use.partner().value(),
                    use.messageId(),
                    use.service(),
                    question.state().name(),
                    question.askedAt().atOffset(ZoneOffset.UTC),
                    question.dueOn(),
                    stored.personHash(),
                    stored.text());
        } catch (DuplicateKeyException e) {
            throw new BusException(ErrorCode.RESOURCE_EXISTS, e);
        }
    }

    List<StoredQuestion> ofPerson(Collection<byte[]> persons, @Nullable String after, int limit) {
        return list(
                new GivenConditions("select " + COLUMNS + " from citizen.question where true")
                        .and("person_hash = any(?)", persons.toArray(byte[][]::new)),
                after,
                limit);
    }

    List<StoredQuestion> list(
            @Nullable QuestionState state, @Nullable PartnerId partner, @Nullable String after, int limit) {
        return list(
                new GivenConditions("select " + COLUMNS + " from citizen.question where true")
                        .and("state = ?", state == null ? null : state.name())
                        .and("partner = ?", partner == null ? null : partner.value()),
                after,
                limit);
    }

    private List<StoredQuestion> list(GivenConditions given, @Nullable String after, int limit) {
        GivenConditions page = given.and(
                "(asked_at, number) < (select asked_at, number from citizen.question where number = ?)", after);
        String sql = page.sql() + " order by asked_at desc, number desc limit " + limit;
        return jdbc.query(sql, (rs, row) -> question(rs), page.values());
    }

    Optional<StoredQuestion> find(String number) {
        return jdbc
                .query(
                        "select " + COLUMNS + " from citizen.question where number = ?",
                        (rs, row) -> question(rs),
                        number)
                .stream()
                .findFirst();
    }

    /** Ends a question that waits for its answer; false when it does not wait any more. */
    boolean end(String number, QuestionState state, QuestionFinding finding, byte[] answer, Instant at) {
        return jdbc.update(
                        "update citizen.question set state = ?, finding = ?, answer = ?, answered_at = ?"
                                + " where number = ? and state in ('OPEN', 'OVERDUE')",
                        state.name(),
                        finding.name(),
                        answer,
                        at.atOffset(ZoneOffset.UTC),
                        number)
                == 1;
    }

    /** Open questions due on that day or before that nobody was reminded of; they count as reminded of. */
    List<StoredQuestion> takeUnreminded(LocalDate lastDay, Instant now) {
        return jdbc.query(
                "update citizen.question set reminded_at = ? where state = 'OPEN' and reminded_at is null and due_on <= ?"
                        + " returning " + COLUMNS,
                (rs, row) -> question(rs),
                now.atOffset(ZoneOffset.UTC),
                lastDay);
    }

    /** Open questions that were due before that day; they are overdue now. */
    List<StoredQuestion> takeOverdue(LocalDate day) {
        return jdbc.query(
                "update citizen.question set state = 'OVERDUE' where state = 'OPEN' and due_on < ? returning "
                        + COLUMNS,
                (rs, row) -> question(rs),
                day);
    }

    /** How many ended before that moment, and are gone now. */
    int deleteEnded(Instant before) {
        return jdbc.update("delete from citizen.question where answered_at < ?", before.atOffset(ZoneOffset.UTC));
    }

    int waiting(QuestionState state) {
        Integer count = jdbc.queryForObject(
                "select count(*) from citizen.question where state = ?", Integer.class, state.name());
        return count == null ? 0 : count;
    }

    private static StoredQuestion question(ResultSet rs) throws SQLException {
        String partner = rs.getString("partner");
        String finding = rs.getString("finding");
        AccessQuestion question = new AccessQuestion(
                rs.getString("number"),
                new AccessQuestion.Use(
                        rs.getObject("event", UUID.class),
                        instant(rs, "event_at"),
                        partner == null ? null : new PartnerId(partner),
                        rs.getString("message_id"),
                        rs.getString("service")),
                QuestionState.valueOf(rs.getString("state")),
                instant(rs, "asked_at"),
                rs.getObject("due_on", LocalDate.class),
                null,
                finding == null
                        ? null
                        : new AccessQuestion.Answer(
                                QuestionFinding.valueOf(finding), null, instant(rs, "answered_at")));
        return new StoredQuestion(question, rs.getBytes("person_hash"), rs.getBytes("text"), rs.getBytes("answer"));
    }

    private static Instant instant(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, OffsetDateTime.class).toInstant();
    }
}
