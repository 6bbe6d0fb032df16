package vn.dancu.bench.enrichment;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/**
 * The least: COPY of the rows, ready made, into an unlogged table, and one statement that merges all of them by the person's number.
 * No file is read or kept, nothing is checked, no name and no birth date is compared, nothing says what became of a record, and a
 * crash repeats all of it.
 */
final class JdbcFloor implements AutoCloseable {

    private static final String STAGED =
            """
            create unlogged table if not exists floor_staged
                (line bigint not null, number text not null, name text not null, birth_date date, verified_on date not null,
                 content text not null)
            """;
    private static final String HELD =
            """
            create table if not exists floor_enriched
                (citizen_id bigint primary key, origin_id int not null, verified_on date not null, content text not null)
            """;
    private static final String MERGE =
            """
            insert into floor_enriched select n.citizen_id, 1, s.verified_on, s.content
            from floor_staged s join register.citizen_number n on n.number = s.number
            on conflict (citizen_id) do update
                set origin_id = excluded.origin_id, verified_on = excluded.verified_on, content = excluded.content
                where floor_enriched.content is distinct from excluded.content
            """;

    private final Connection connection;

    JdbcFloor(String jdbcUrl) {
        try {
            connection = DriverManager.getConnection(jdbcUrl);
            run(STAGED);
            run(HELD);
        } catch (SQLException e) {
            throw new IllegalStateException("The database of the bench cannot be reached", e);
        }
    }

    /** Stages and merges; how long each took, in seconds. */
    double[] run(HealthCards cards) {
        try {
            run("truncate floor_staged");
            long start = System.nanoTime();
            try (InputStream rows = cards.rows()) {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy floor_staged from stdin", rows, 1 << 16);
            }
            long staged = System.nanoTime();
            run(MERGE);
            long merged = System.nanoTime();
            run("truncate floor_staged");
            return new double[] {(staged - start) / 1e9, (merged - staged) / 1e9};
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("The floor cannot be measured", e);
        }
    }

    /** Frees the disk for what is measured next. */
    void forget() {
        run("drop table floor_staged, floor_enriched");
        run("checkpoint");
    }

    /** What the register holds of somebody from other authorities, and held before: values with where they come from. */
    String record(int citizen) {
        String sql =
                """
                select 'held' as stand, e.verified_on, replace(e.content, chr(31), '|') as content, o.source, o.authority, o.document, o.job
                from register.enriched e join register.enriched_origin o on o.id = e.origin_id where e.citizen_id = %1$d
                union all
                select 'until ' || to_char(h.replaced_at, 'HH24:MI:SS'), h.verified_on, replace(h.content, chr(31), '|'), o.source,
                    o.authority, o.document, o.job
                from register.enriched_history h join register.enriched_origin o on o.id = h.origin_id where h.citizen_id = %1$d
                """;
        StringBuilder rows = new StringBuilder();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(String.format(sql, citizen))) {
            while (found.next()) {
                rows.append("\n- ")
                        .append(found.getString("stand"))
                        .append(": ")
                        .append(found.getString("content"))
                        .append("; verified ")
                        .append(found.getString("verified_on"))
                        .append(", source ")
                        .append(found.getString("source"))
                        .append(" of ")
                        .append(found.getString("authority"))
                        .append(", document ")
                        .append(found.getString("document"))
                        .append(", job ")
                        .append(found.getString("job"));
            }
            return rows.isEmpty() ? "\n- nothing" : rows.toString();
        } catch (SQLException e) {
            throw new IllegalStateException("The register of the bench cannot be read", e);
        }
    }

    /** Bytes of the database, and of the write-ahead log. */
    long bytes() {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select pg_database_size(current_database()) + (select sum(size) from pg_ls_waldir())")) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be measured", e);
        }
    }

    private void run(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("The database of the bench refuses a statement", e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("The database of the bench cannot be left", e);
        }
    }
}
