package vn.dancu.bus.enrichment.merge;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The tables are unlogged: written once, read once, and only here until then. What a crash of PostgreSQL empties is read from the file
 * again.
 */
final class JdbcChunkStaging implements ChunkStaging {

    private static final String COLUMNS =
            """
             (line bigint not null, number text not null, name text not null, birth_year smallint not null, birth_date date,
              verified_on date not null, record_id text, content text not null)
            """;

    private final JdbcTemplate jdbc;

    JdbcChunkStaging(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void stage(ChunkTable table, LocalDate verifiedOn, ChunkSource records) throws IOException {
        jdbc.execute("drop table if exists " + table.name());
        jdbc.execute("create unlogged table " + table.name() + COLUMNS);
        IOException failure = jdbc.execute(
                (ConnectionCallback<IOException>) connection -> copy(connection, table, verifiedOn, records));
        if (failure != null) {
            throw failure;
        }
    }

    /** What the source of the records throws goes to the caller as it is. */
    private static @Nullable IOException copy(
            Connection connection, ChunkTable table, LocalDate verifiedOn, ChunkSource records) throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table.name() + " from stdin");
        try {
            JdbcCopyRows rows = new JdbcCopyRows(copy, verifiedOn);
            records.writeTo(rows);
            rows.flush();
            copy.endCopy();
            return null;
        } catch (IOException e) {
            return e;
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    @Override
    public void drop(ChunkTable table) {
        jdbc.execute("drop table if exists " + table.name());
    }

    @Override
    public boolean isEmpty(ChunkTable table) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select coalesce(pg_relation_size(to_regclass(?)), 0) = 0", Boolean.class, table.name()));
    }
}
