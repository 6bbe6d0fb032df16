package vn.dancu.bus.audit.trail;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes the questions that are kept beside records, in the statement of the records. */
final class JdbcQuestionRows {

    private static final String GIVEN =
            """
            unnest(?::uuid[], ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::integer[], ?::bytea[])
                as q (event, occurred_at, partner, door, message_id, key_period, sealed)""";

    /** A part of a statement that inserts the questions of a batch; {@link #bind} binds what it names. */
    static final String INSERT =
            "insert into audit.question (event, occurred_at, partner, door, message_id, key_period, sealed) select q.* from "
                    + GIVEN;

    /** Those rows of a batch that have a question. */
    static List<EventRow> in(List<EventRow> rows) {
        return rows.stream().filter(row -> row.question() != null).toList();
    }

    /** Binds the questions of rows that have one, from that parameter on, and returns the number of the next one. */
    static int bind(PreparedStatement statement, int first, List<EventRow> rows) throws SQLException {
        Connection on = statement.getConnection();
        statement.setArray(
                first, on.createArrayOf("uuid", texts(rows, row -> row.id().toString())));
        statement.setArray(first + 1, on.createArrayOf("timestamptz", texts(rows, row -> row.occurredAt()
                .toString())));
        statement.setArray(first + 2, on.createArrayOf("text", texts(rows, EventRow::partner)));
        statement.setArray(first + 3, on.createArrayOf("text", texts(rows, row -> of(row).door())));
        statement.setArray(first + 4, on.createArrayOf("text", texts(rows, row -> of(row).messageId())));
        statement.setArray(
                first + 5,
                on.createArrayOf(
                        "integer",
                        rows.stream().map(row -> of(row).sealed().keyPeriod()).toArray(Integer[]::new)));
        statement.setArray(
                first + 6,
                on.createArrayOf(
                        "bytea",
                        rows.stream().map(row -> of(row).sealed().content()).toArray(byte[][]::new)));
        return first + 7;
    }

    private static QuestionRow of(EventRow row) {
        return Objects.requireNonNull(row.question());
    }

    private static @Nullable String[] texts(List<EventRow> rows, Function<EventRow, @Nullable String> part) {
        return rows.stream().map(part).toArray(String[]::new);
    }

    private JdbcQuestionRows() {}
}
