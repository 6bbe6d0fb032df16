package vn.dancu.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import vn.dancu.bench.trail.Words;

/**
 * Changes of people whom many partners follow, through the whole bus: noted by the register, ordered and handed to their followers, and in
 * Kafka; beside PostgreSQL alone, which writes as many rows of the same tables and deletes as many.
 */
final class FeedBench {

    private static final Map<String, String> DEFAULTS =
            Map.of("people", "100000", "followers", "10000", "rounds", "3", "warmup", "2", "crowd", "20");
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** The lock under which one instance gives places (JdbcSequencer): whoever holds it holds the feed up. */
    private static final long LOCK = 0x64616E6375_21L;

    private static final String FLOOR =
            """
            with taken as (delete from floor_change where seq > %1$d and seq <= %1$d + %2$d returning *),
            ordered as (
                insert into floor_event (position, citizen_id, subject, kind, fields, changed_at, made_at)
                select seq, citizen_id, sha256(coalesce(number, '')::bytea), kind, fields, changed_at, now() from taken
                returning position, citizen_id)
            insert into floor_signal (partner, position)
            select f.partner, o.position from ordered o join feed.follow f on f.citizen_id = o.citizen_id
            """;

    private static final int FLOOR_BATCH = 2_000;

    private final Words words;
    private final StringBuilder text = new StringBuilder();

    private FeedBench(Words words) {
        this.words = words;
    }

    /** @param folder for the sandbox and the output of the bus */
    static String run(ClassPaths paths, Path folder, List<String> settings) {
        FeedBench bench = new FeedBench(Words.of(DEFAULTS, settings));
        Sandbox sandbox = Sandbox.fresh(folder, "feed");
        List<String> arguments = new ArrayList<>(sandbox.arguments(paths.routes()));
        arguments.addAll(List.of(
                "--dancu.sandbox.citizens=" + bench.words.number("people"),
                "--dancu.sandbox.sms.port=" + Ports.free(),
                "--dancu.sandbox.axis.port=" + Ports.free(),
                "--logging.level.root=WARN"));
        try (ChildJvm bus =
                ChildJvm.start("feed-bus", folder, List.of("-Xms512m", "-Xmx512m"), paths.bus(), arguments)) {
            new Fetching().whenReady(sandbox.http(), "/actuator/health/readiness", bus, PATIENCE);
            try (Connection database = DriverManager.getConnection(sandbox.jdbcUrl());
                    Connection holder = DriverManager.getConnection(sandbox.jdbcUrl())) {
                holder.setAutoCommit(false);
                bench.measure(database, holder, bus);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The bench of the feed cannot run", e);
        }
        return bench.text.toString();
    }

    private void measure(Connection database, Connection holder, ChildJvm bus) throws SQLException {
        int followers = words.number("followers");
        run(
                database,
                "insert into feed.terms (partner, officer, reason) select 'ben-' || n, 'bench', 'bench' from generate_series(1, "
                        + followers + ") n");
        run(
                database,
                "insert into feed.follow (partner, citizen_id, subject, terms_id, since)"
                        + " select t.partner, c.citizen_id, sha256(c.citizen_id::text::bytea), t.id, now() from register.citizen c"
                        + " join feed.terms t on t.partner = 'ben-' || 1 + c.citizen_id % " + followers);
        run(
                database,
                "create table floor_change (like register.change including all);"
                        + " create table floor_event (like feed.event including all); create table floor_signal (like feed.signal including all)");
        run(database, "vacuum analyze feed.follow");
        line(
                "%,d people, %,d followers, one for each person%n",
                number(database, "select count(*) from feed.follow"), followers);
        line(
                "| | changes noted/s | handed out/s | and in Kafka/s | PostgreSQL alone/s | processor µs an event |%n|---|---|---|---|---|---|");
        for (int i = 0; i < words.number("warmup"); i++) {
            round(database, holder, bus, "warm-up", "update register.citizen set religion = 'w" + i + "'");
        }
        for (int i = 0; i < words.number("rounds"); i++) {
            round(database, holder, bus, "one follower each", "update register.citizen set religion = 'r" + i + "'");
        }
        crowd(database, holder, bus);
    }

    /** Everybody follows the same few people. */
    private void crowd(Connection database, Connection holder, ChildJvm bus) throws SQLException {
        int crowd = words.number("crowd");
        run(
                database,
                "insert into feed.follow (partner, citizen_id, subject, terms_id, since)"
                        + " select t.partner, c.citizen_id, sha256(c.citizen_id::text::bytea), t.id, now() from feed.terms t,"
                        + " (select citizen_id from register.citizen order by citizen_id limit " + crowd
                        + ") c where t.officer = 'bench'"
                        + " on conflict do nothing");
        long signals = number(database, "select count(*) from feed.signal");
        hold(holder);
        run(
                database,
                "update register.citizen set religion = 'c' where citizen_id in"
                        + " (select citizen_id from register.citizen order by citizen_id limit " + crowd + ")");
        long target = number(database, "select given from feed.progress") + crowd;
        holder.rollback();
        long start = System.nanoTime();
        await(database, "given", target);
        double taken = seconds(start);
        long handed = number(database, "select count(*) from feed.signal") - signals;
        line(
                "%n%d people followed by everybody: %,d events for followers in %.2f s, %,.0f/s",
                crowd, handed, taken, handed / taken);
    }

    private void round(Connection database, Connection holder, ChildJvm bus, String name, String update)
            throws SQLException {
        hold(holder);
        long begun = System.nanoTime();
        long before = number(database, "select given from feed.progress");
        run(database, update);
        double noted = seconds(begun);
        long changes = number(database, "select count(*) from register.change");
        run(
                database,
                "truncate floor_change, floor_event, floor_signal; insert into floor_change overriding system value select"
                        + " row_number() over (order by seq), citizen_id, number, successor, kind, fields, changed_at, follower from register.change");
        double floor = floor(database, changes);
        Duration used = bus.cpu();
        holder.rollback();
        long start = System.nanoTime();
        await(database, "given", before + changes);
        double handed = seconds(start);
        await(database, "relayed", before + changes);
        double relayed = seconds(start);
        line(
                "| %s | %,.0f | %,.0f | %,.0f | %,.0f | %d |",
                name,
                changes / noted,
                changes / handed,
                changes / relayed,
                changes / floor,
                bus.cpu().minus(used).toNanos() / 1000 / Math.max(1, changes));
    }

    private double floor(Connection database, long changes) throws SQLException {
        long start = System.nanoTime();
        for (long from = 0; from < changes; from += FLOOR_BATCH) {
            run(database, String.format(Locale.ROOT, FLOOR, from, FLOOR_BATCH));
        }
        return seconds(start);
    }

    /** The sequencer waits from now on, until the transaction of the holder ends. */
    private static void hold(Connection holder) throws SQLException {
        run(holder, "select pg_advisory_xact_lock(" + LOCK + ")");
    }

    private static void await(Connection database, String column, long position) throws SQLException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (number(database, "select " + column + " from feed.progress") < position) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The feed does not go on");
            }
            LockSupport.parkNanos(5_000_000);
        }
    }

    private static void run(Connection database, String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long number(Connection database, String sql) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private void line(String form, Object... values) {
        String line = String.format(Locale.ROOT, form, values);
        text.append(line).append('\n');
        System.out.println(line);
    }
}
