package vn.dancu.bus.enrichment.difference;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes what the source of a job is to know of its differences, a row at a time. */
final class JdbcDecisionLines {

    private static final int FETCHED = 1000;
    private static final String LINES =
            """
            select d.line, d.outcome, d.record_id, b.decision, d.result, b.ended_at::date as decided_on, b.reason
            from enrichment.difference d
            join enrichment.job j on j.number = d.job
            join enrichment.decision b on b.id = coalesce(case when d.state in ('accepted', 'refused') then d.decision end, d.question)
            where j.id = ? and b.state = 'done'
            order by d.line
            """;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    JdbcDecisionLines(JdbcTemplate jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    void write(UUID job, OutputStream out) throws IOException {
        try (CsvWriter csv = CsvWriter.builder()
                .fieldSeparator(';')
                .lineDelimiter(LineDelimiter.LF)
                .build(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            csv.writeRecord("line", "outcome", "record", "decision", "result", "decided", "note");
            // In a transaction PostgreSQL hands the rows over in parts.
            transaction.executeWithoutResult(status ->
                    jdbc.query(connection -> prepared(connection, job), (RowCallbackHandler) rs -> write(rs, csv)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static PreparedStatement prepared(Connection connection, UUID job) throws SQLException {
        PreparedStatement lines = connection.prepareStatement(LINES);
        lines.setFetchSize(FETCHED);
        lines.setObject(1, job);
        return lines;
    }

    private static void write(ResultSet rs, CsvWriter csv) throws SQLException {
        boolean isAccepted = rs.getString("decision").equals(DifferenceDecision.ACCEPT.code());
        csv.writeRecord(
                rs.getString("line"),
                rs.getString("outcome"),
                Objects.requireNonNullElse(rs.getString("record_id"), ""),
                rs.getString("decision"),
                Objects.requireNonNullElse(rs.getString("result"), ""),
                rs.getString("decided_on"),
                isAccepted ? "" : rs.getString("reason"));
    }
}
