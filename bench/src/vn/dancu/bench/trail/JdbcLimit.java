package vn.dancu.bench.trail;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's own batched inserts: rows that the trail wrote, into the same table of another database. */
final class JdbcLimit {

    private static final int CONNECTIONS = 2;
    private static final int TEMPLATES = 1024;
    private static final Duration WARMUP = Duration.ofSeconds(3);
    private static final String COLUMNS =
            "seq, id, kind, occurred_at, partner, service, officer, result, person_hash, person_sealed, key_period,"
                    + " event";

    private final String jdbcUrl;

    JdbcLimit(String jdbcUrl) {
        this.jdbcUrl = jdbcUrl;
    }

    /** How a batch is sent. */
    enum Way {
        /** One insert a row, sent together, made one by the driver. */
        REWRITTEN(
                "batch of inserts, rewritten by the driver",
                "insert into audit.event (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        /** One statement with an array for each column. */
        ARRAYS(
                "one insert from arrays",
                "insert into audit.event (" + COLUMNS
                        + ") select * from unnest(?::integer[], ?::uuid[], ?::text[], ?::timestamptz[], ?::text[],"
                        + " ?::text[], ?::text[], ?::text[], ?::bytea[], ?::bytea[], ?::integer[], ?::text[])");

        private final String title;
        private final String sql;

        Way(String title, String sql) {
            this.title = title;
            this.sql = sql;
        }

        String title() {
            return title;
        }
    }

    /** Rows and commits so far. */
    record Count(long rows, long commits) {

        double since(Count before) {
            return (double) (rows - before.rows) / Math.max(1, commits - before.commits);
        }
    }

    private record Row(
            String kind,
            @Nullable String partner,
            @Nullable String service,
            @Nullable String officer,
            @Nullable String result,
            byte @Nullable [] hash,
            byte @Nullable [] sealed,
            @Nullable Integer keyPeriod,
            String event) {}

    Count count() {
        return new Count(
                number(jdbcUrl, "select count(*) from audit.event where kind = 'ANSWER'"),
                number(jdbcUrl, "select count(distinct xid) from audit.event where kind = 'ANSWER'"));
    }

    long bytesOfEvent() {
        return number(jdbcUrl, "select avg(octet_length(event))::bigint from audit.event where kind = 'ANSWER'");
    }

    long bytesOfRow() {
        return number(
                jdbcUrl,
                "select (select sum(pg_total_relation_size(relid)) from"
                        + " pg_partition_tree('audit.event_answer'))::bigint / greatest(1, (select count(*) from"
                        + " audit.event_answer))");
    }

    /**
     * Records a second that two connections write.
     *
     * @param change done to the tables before; empty for none
     */
    double measure(Way way, int batch, Duration time, String change) {
        String name = "limit_" + UUID.randomUUID().toString().replace('-', '_');
        run(jdbcUrl, "create database " + name);
        String url = jdbcUrl.replace("/postgres?", "/" + name + "?") + "&reWriteBatchedInserts=true";
        try {
            Flyway.configure().dataSource(url, "postgres", null).load().migrate();
            if (!change.isEmpty()) {
                run(url, change);
            }
            List<Row> rows = templates();
            load(url, way, rows, batch, WARMUP);
            return load(url, way, rows, batch, time);
        } finally {
            run(jdbcUrl, "drop database " + name + " with (force)");
        }
    }

    private static double load(String url, Way way, List<Row> rows, int batch, Duration time) {
        ExecutorService pool = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            long start = System.nanoTime();
            List<Future<Long>> loops = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                loops.add(pool.submit(() -> loop(url, way, rows, batch, start + time.toNanos())));
            }
            long written = 0;
            for (Future<Long> loop : loops) {
                written += loop.get();
            }
            return written * 1e9 / (System.nanoTime() - start);
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("The inserts failed", e);
        } finally {
            pool.shutdown();
        }
    }

    private static long loop(String url, Way way, List<Row> rows, int batch, long end) throws SQLException {
        long written = 0;
        try (Connection connection = DriverManager.getConnection(url);
                PreparedStatement insert = connection.prepareStatement(way.sql)) {
            connection.setAutoCommit(false);
            while (System.nanoTime() < end) {
                List<Row> next = rows.subList((int) (written % (rows.size() - batch)), rows.size());
                if (way == Way.ARRAYS) {
                    arrays(connection, insert, next.subList(0, batch));
                } else {
                    inserts(insert, next.subList(0, batch));
                }
                connection.commit();
                written += batch;
            }
        }
        return written;
    }

    private static void inserts(PreparedStatement insert, List<Row> rows) throws SQLException {
        for (int i = 0; i < rows.size(); i++) {
            Object[] values = values(rows.get(i), i);
            for (int column = 0; column < values.length; column++) {
                insert.setObject(column + 1, values[column]);
            }
            insert.addBatch();
        }
        insert.executeBatch();
    }

    private static void arrays(Connection connection, PreparedStatement insert, List<Row> rows) throws SQLException {
        String[] types = {
            "integer",
            "uuid",
            "text",
            "timestamptz",
            "text",
            "text",
            "text",
            "text",
            "bytea",
            "bytea",
            "integer",
            "text"
        };
        Object[][] columns = new Object[types.length][rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            Object[] values = values(rows.get(i), i);
            for (int column = 0; column < types.length; column++) {
                columns[column][i] = types[column].equals("timestamptz") ? values[column].toString() : values[column];
            }
        }
        for (int column = 0; column < types.length; column++) {
            insert.setArray(column + 1, connection.createArrayOf(types[column], typed(types[column], columns[column])));
        }
        insert.executeUpdate();
    }

    private static Object[] typed(String type, Object[] values) {
        if (!type.equals("bytea")) {
            return values;
        }
        byte[][] bytes = new byte[values.length][];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte[]) values[i];
        }
        return bytes;
    }

    private static @Nullable Object[] values(Row row, int seq) {
        return new Object[] {
            seq,
            UUID.randomUUID(),
            row.kind(),
            OffsetDateTime.now(Clock.systemUTC()),
            row.partner(),
            row.service(),
            row.officer(),
            row.result(),
            row.hash(),
            row.sealed(),
            row.keyPeriod(),
            row.event()
        };
    }

    private List<Row> templates() {
        String sql = "select " + COLUMNS + " from audit.event where kind = 'ANSWER' order by id limit " + TEMPLATES;
        try (Connection connection = DriverManager.getConnection(jdbcUrl);
                Statement statement = connection.createStatement();
                ResultSet rs = statement.executeQuery(sql)) {
            List<Row> rows = new ArrayList<>();
            while (rs.next()) {
                rows.add(new Row(
                        rs.getString("kind"),
                        rs.getString("partner"),
                        rs.getString("service"),
                        rs.getString("officer"),
                        rs.getString("result"),
                        rs.getBytes("person_hash"),
                        rs.getBytes("person_sealed"),
                        rs.getObject("key_period", Integer.class),
                        rs.getString("event")));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException("The rows of the trail cannot be read", e);
        }
    }

    private static long number(String url, String sql) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rs = statement.executeQuery(sql)) {
            rs.next();
            return rs.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("The trail cannot be counted", e);
        }
    }

    private static void run(String url, String sql) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("A database of the bench cannot be changed", e);
        }
    }
}
