package vn.dancu.bus.sandbox.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class PostgresServerIT {

    @Test
    void keepsWhatWasCommittedWhenItIsLeftBehindByAKilledProcess(@TempDir Path dir) {
        PostgresServer killed = new PostgresServer(dir, 0, CacheFolder.ofUser(dir));
        killed.start();
        try {
            sql(killed).execute("create table kept as select 42 as answer");
            PostgresServer next = new PostgresServer(dir, killed.port(), CacheFolder.ofUser(dir));

            next.start();

            assertThat(sql(next).queryForObject("select answer from kept", Integer.class))
                    .isEqualTo(42);
        } finally {
            killed.stop();
        }
    }

    @Test
    void putsEveryCommitOnDisk(@TempDir Path dir) {
        PostgresServer server = new PostgresServer(dir, 0, CacheFolder.ofUser(dir));
        server.start();
        try {
            assertThat(sql(server).queryForObject("show fsync", String.class)).isEqualTo("on");
            assertThat(sql(server).queryForObject("show synchronous_commit", String.class))
                    .isEqualTo("on");
        } finally {
            server.stop();
        }
    }

    @Test
    void startsAgainOnTheSamePortAndData(@TempDir Path dir) {
        PostgresServer server = new PostgresServer(dir, 0, CacheFolder.ofUser(dir));
        server.start();
        int port = server.port();
        try {
            sql(server).execute("create table kept as select 42 as answer");
            server.stop();

            server.start();

            assertThat(server.port()).isEqualTo(port);
            assertThat(sql(server).queryForObject("select answer from kept", Integer.class))
                    .isEqualTo(42);
        } finally {
            server.stop();
        }
    }

    @Test
    void namesTheSettingOfATakenPort(@TempDir Path dir) throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName(LoopbackPort.HOST))) {
            PostgresServer server = new PostgresServer(dir, taken.getLocalPort(), CacheFolder.ofUser(dir));

            assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class)
                    .isThrownBy(server::start)
                    .satisfies(e -> assertThat(e.getName()).isEqualTo("dancu.sandbox.postgres.port"))
                    .withMessageContaining("is taken");
        }
    }

    private static JdbcTemplate sql(PostgresServer server) {
        return new JdbcTemplate(new DriverManagerDataSource(server.jdbcUrl(), PostgresServer.USER, ""));
    }
}
