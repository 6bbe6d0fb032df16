package vn.dancu.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Which of PostgreSQL's processes used how much, each by the statement that it ran last. */
final class JdbcBackends {

    private static final String STATEMENTS =
            """
            select pid, case when query = '' then backend_type else regexp_replace(left(query, 110), '\\s+', ' ', 'g') end
            from pg_stat_activity where pid <> pg_backend_pid()""";

    private final String jdbcUrl;
    private final Map<Long, Duration> before;

    JdbcBackends(String jdbcUrl) {
        this.jdbcUrl = jdbcUrl;
        this.before = times(statements());
    }

    /** A table of what was used since this was made, per answer. */
    String since(int answers) {
        Map<Long, String> statements = statements();
        Map<String, Long> used = new HashMap<>();
        times(statements).forEach((pid, now) -> {
            Duration spent = now.minus(before.getOrDefault(pid, Duration.ZERO));
            used.merge(statements.getOrDefault(pid, "?"), spent.toNanos() / 1_000 / Math.max(1, answers), Long::sum);
        });
        return used.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(8)
                .map(entry -> String.format(Locale.ROOT, "  %5d µs  %s%n", entry.getValue(), entry.getKey()))
                .collect(Collectors.joining(
                        "", "\nPostgreSQL, µs per answer by the last statement of the session\n", ""));
    }

    private Map<Long, Duration> times(Map<Long, String> statements) {
        Map<Long, Duration> times = new HashMap<>();
        statements.keySet().forEach(pid -> ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .ifPresent(time -> times.put(pid, time)));
        return times;
    }

    private Map<Long, String> statements() {
        Map<Long, String> statements = new HashMap<>();
        try (Connection connection = DriverManager.getConnection(jdbcUrl);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(STATEMENTS)) {
            while (rows.next()) {
                statements.put(rows.getLong(1), rows.getString(2));
            }
            return statements;
        } catch (SQLException e) {
            throw new IllegalStateException("The sessions of PostgreSQL cannot be listed", e);
        }
    }
}
