package vn.dancu.bus.citizen.sms;

import java.nio.ByteBuffer;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The rows of numbers and people. Each row is made where there is none, so that the same is done for those who are there and those who
 * are not; rows are locked in the order of their keys, numbers before people, so that no two instances wait for each other.
 */
final class JdbcConversationStates {

    private static final String LOCK_NUMBERS =
            """
            insert into citizen.sms_number as s (number_hash, window_from, seen_at)
            select h, ?, ? from unnest(?) as h order by h
            on conflict (number_hash) do update set seen_at = excluded.seen_at
            returning s.*
            """;

    private static final String LOCK_PEOPLE =
            """
            insert into citizen.sms_person as s (person_hash, window_from, seen_at)
            select h, ?, ? from unnest(?) as h order by h
            on conflict (person_hash) do update set seen_at = excluded.seen_at
            returning s.*
            """;

    private static final String SAVE_NUMBER =
            """
            update citizen.sms_number set window_from = ?, texts = ?, failures = ?, failed_at = ?, locked_until = ?,
                   last_text = ?, last_outcome = ?
            where number_hash = ?
            """;

    private static final String SAVE_PERSON =
            """
            update citizen.sms_person set window_from = ?, codes = ?, failures = ?, failed_at = ?, locked_until = ?,
                   stopped_at = ?, code_hash = ?, code_number = ?, code_releases = ?, code_expires_at = ?, code_tries = ?
            where person_hash = ?
            """;

    private static final String DELETE_NUMBERS =
            """
            with idle as materialized (
                select number_hash from citizen.sms_number where seen_at < ? limit ? for update skip locked)
            delete from citizen.sms_number s using idle where s.number_hash = idle.number_hash
            """;

    private static final String DELETE_PEOPLE =
            """
            with idle as materialized (
                select person_hash from citizen.sms_person where seen_at < ? and stopped_at is null limit ?
                for update skip locked)
            delete from citizen.sms_person s using idle where s.person_hash = idle.person_hash
            """;

    private final JdbcTemplate jdbc;

    JdbcConversationStates(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The states of those numbers, locked until the transaction of the caller ends. */
    Map<ByteBuffer, NumberState> lockNumbers(Set<ByteBuffer> hashes, Instant now) {
        Map<ByteBuffer, NumberState> states = new HashMap<>();
        for (NumberState state : lock(LOCK_NUMBERS, hashes, now, JdbcConversationStates::number)) {
            states.put(ByteBuffer.wrap(state.hash()), state);
        }
        return states;
    }

    /** The states of those people, locked until the transaction of the caller ends. */
    Map<ByteBuffer, PersonState> lockPeople(Set<ByteBuffer> hashes, Instant now) {
        Map<ByteBuffer, PersonState> states = new HashMap<>();
        for (PersonState state : lock(LOCK_PEOPLE, hashes, now, JdbcConversationStates::person)) {
            states.put(ByteBuffer.wrap(state.hash()), state);
        }
        return states;
    }

    void saveNumbers(Collection<NumberState> states) {
        jdbc.batchUpdate(
                SAVE_NUMBER,
                states.stream()
                        .map(state -> new @Nullable Object[] {
                            Timestamp.from(state.windowFrom()),
                            state.texts(),
                            state.failures().count(),
                            timestamp(state.failures().lastAt()),
                            timestamp(state.failures().lockedUntil()),
                            state.lastText(),
                            name(state.lastOutcome()),
                            state.hash()
                        })
                        .toList());
    }

    void savePeople(Collection<PersonState> states) {
        jdbc.batchUpdate(
                SAVE_PERSON, states.stream().map(JdbcConversationStates::row).toList());
    }

    /** Deletes rows of which nothing was seen since then; not those of people who stopped the channel. */
    void delete(Instant before, int limit) {
        for (String statement : List.of(DELETE_NUMBERS, DELETE_PEOPLE)) {
            int deleted;
            do {
                deleted = jdbc.update(statement, Timestamp.from(before), limit);
            } while (deleted == limit && !Thread.currentThread().isInterrupted());
        }
    }

    private <T> List<T> lock(String sql, Set<ByteBuffer> hashes, Instant now, RowReader<T> reader) {
        return jdbc.query(
                connection -> {
                    PreparedStatement statement = connection.prepareStatement(sql);
                    statement.setTimestamp(1, Timestamp.from(now));
                    statement.setTimestamp(2, Timestamp.from(now));
                    Array array = connection.createArrayOf(
                            "bytea", hashes.stream().map(ByteBuffer::array).toArray(byte[][]::new));
                    statement.setArray(3, array);
                    return statement;
                },
                (row, index) -> reader.read(row));
    }

    @FunctionalInterface
    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private static NumberState number(ResultSet row) throws SQLException {
        NumberState state = new NumberState(
                row.getBytes("number_hash"), required(row, "window_from"), row.getInt("texts"), failures(row));
        String outcome = row.getString("last_outcome");
        state.last(
                row.getObject("last_text", UUID.class), outcome == null ? null : ConversationOutcome.valueOf(outcome));
        return state;
    }

    private static PersonState person(ResultSet row) throws SQLException {
        PersonState state = new PersonState(
                row.getBytes("person_hash"), required(row, "window_from"), row.getInt("codes"), failures(row));
        byte[] code = row.getBytes("code_hash");
        state.restore(
                instant(row, "stopped_at"),
                code == null
                        ? null
                        : new PersonState.OpenCode(
                                code,
                                row.getBytes("code_number"),
                                ConversationOutcome.valueOf(row.getString("code_releases")),
                                required(row, "code_expires_at"),
                                row.getInt("code_tries")));
        return state;
    }

    private static @Nullable Object[] row(PersonState state) {
        PersonState.OpenCode code = state.code();
        return new @Nullable Object[] {
            Timestamp.from(state.windowFrom()),
            state.codes(),
            state.failures().count(),
            timestamp(state.failures().lastAt()),
            timestamp(state.failures().lockedUntil()),
            timestamp(state.stoppedAt()),
            code == null ? null : code.hash(),
            code == null ? null : code.number(),
            code == null ? null : name(code.releases()),
            code == null ? null : Timestamp.from(code.expiresAt()),
            code == null ? null : code.tries(),
            state.hash()
        };
    }

    private static FailureCount failures(ResultSet row) throws SQLException {
        return new FailureCount(row.getInt("failures"), instant(row, "failed_at"), instant(row, "locked_until"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static Instant required(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    private static @Nullable String name(@Nullable ConversationOutcome outcome) {
        return outcome == null ? null : outcome.name();
    }
}
