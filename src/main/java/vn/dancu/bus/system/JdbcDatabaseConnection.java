package vn.dancu.bus.system;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import vn.dancu.bus.probe.ConnectionSource;
import vn.dancu.bus.probe.ProbeFailure;
import vn.dancu.bus.probe.ProbeFault;
import vn.dancu.bus.probe.ProbeRun;
import vn.dancu.bus.probe.ProbeStage;
import vn.dancu.bus.probe.TestedConnection;

/** Each server of the database's address, by a connection outside the pool. TLS is spoken within PostgreSQL's own protocol. */
record JdbcDatabaseConnection(DataSource pool) implements ConnectionSource {

    private static final String SIGN_IN_REFUSED = "28";
    private static final String TIMEOUT_SECONDS = "5";

    @Override
    public List<TestedConnection> connections() {
        HikariDataSource source = unwrapped();
        Properties parsed = source == null ? null : Driver.parseURL(source.getJdbcUrl(), null);
        if (source == null || parsed == null) {
            return List.of();
        }
        String[] hosts = String.valueOf(PGProperty.PG_HOST.getOrDefault(parsed)).split(",");
        String[] ports = String.valueOf(PGProperty.PG_PORT.getOrDefault(parsed)).split(",");
        List<TestedConnection> all = new ArrayList<>();
        for (int at = 0; at < hosts.length; at++) {
            Properties one = new Properties();
            one.putAll(parsed);
            PGProperty.PG_HOST.set(one, hosts[at]);
            PGProperty.PG_PORT.set(one, ports[Math.min(at, ports.length - 1)]);
            all.add(connection(at == 0 ? "database" : "database-" + (at + 1), one, source));
        }
        return all;
    }

    private @Nullable HikariDataSource unwrapped() {
        try {
            return pool.isWrapperFor(HikariDataSource.class) ? pool.unwrap(HikariDataSource.class) : null;
        } catch (SQLException e) {
            return null;
        }
    }

    private static TestedConnection connection(String name, Properties server, HikariDataSource source) {
        TestedConnection.Address at = new TestedConnection.Address(
                String.valueOf(PGProperty.PG_HOST.getOrDefault(server)),
                Integer.parseInt(String.valueOf(PGProperty.PG_PORT.getOrDefault(server))));
        Properties login = new Properties();
        server.forEach((key, value) -> login.put(key, value));
        login.put("user", String.valueOf(source.getUsername()));
        login.put("password", String.valueOf(source.getPassword()));
        login.put("connectTimeout", TIMEOUT_SECONDS);
        login.put("socketTimeout", TIMEOUT_SECONDS);
        String url = "jdbc:postgresql://" + at + "/" + PGProperty.PG_DBNAME.getOrDefault(server);
        return TestedConnection.plain(name, TestedConnection.Kind.DATABASE, at, steps -> ask(url, login, steps));
    }

    private static void ask(String url, Properties login, ProbeRun steps) throws ProbeFailure {
        try (Connection connection = steps.open(ProbeStage.CREDENTIAL, () -> signIn(url, login))) {
            steps.run(ProbeStage.ANSWER, () -> version(connection));
        } catch (SQLException e) {
            throw new ProbeFailure(ProbeFault.CONNECTION_CUT, "", e);
        }
    }

    private static Connection signIn(String url, Properties login) throws ProbeFailure {
        try {
            return DriverManager.getConnection(url, login);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static String version(Connection connection) throws ProbeFailure {
        try (Statement statement = connection.createStatement();
                ResultSet one = statement.executeQuery("select pg_is_in_recovery()")) {
            one.next();
            return "PostgreSQL " + connection.getMetaData().getDatabaseMajorVersion()
                    + (one.getBoolean(1) ? ", standby" : "");
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static ProbeFailure failure(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        if (state.startsWith(SIGN_IN_REFUSED)) {
            return new ProbeFailure(ProbeFault.CREDENTIAL_REFUSED, "SQLSTATE " + state, e);
        }
        return ProbeFailure.of(
                e.getCause() == null
                        ? new ProbeFailure(ProbeFault.ANSWER_REFUSED, "SQLSTATE " + state, e)
                        : e.getCause(),
                ProbeFault.ANSWER_REFUSED);
    }
}
