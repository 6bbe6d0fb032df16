package vn.dancu.bus.sandbox.seed;

import vn.dancu.bus.sandbox.SandboxSettings;
import vn.dancu.bus.sandbox.server.PostgresServer;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

@SuppressWarnings("NullAway.Init")
class JdbcRegisterSeederIT {

    @TempDir
    private static Path dir;

    private static PostgresServer server;
    private static HikariDataSource dataSource;
    private static JdbcClient sql;

    @BeforeAll
    static void openRegister() {
        server = new PostgresServer(dir, 0);
        server.start();
        dataSource = new HikariDataSource();
        dataSource.setJdbcUrl(server.jdbcUrl());
        dataSource.setUsername(PostgresServer.USER);
        Flyway.configure().dataSource(dataSource).load().migrate();
        sql = JdbcClient.create(dataSource);
    }

    @AfterAll
    static void closeRegister() {
        dataSource.close();
        server.stop();
    }

    @Test
    void fillsTheRegisterOnceAndAnewForOtherPeople() {
        new JdbcRegisterSeeder(dataSource, settings(300, 1)).populate();
        sql.sql("update register.citizen set birth_place = 'changed' where citizen_id = 1")
                .update();

        new JdbcRegisterSeeder(dataSource, settings(300, 1)).populate();

        assertThat(count("register.citizen where birth_place = 'changed'")).isEqualTo(1);

        new JdbcRegisterSeeder(dataSource, settings(200, 2)).populate();

        assertThat(count("register.citizen")).isEqualTo(200);
        assertThat(count("register.citizen where birth_place = 'changed'")).isZero();
    }

    @Test
    void keepsEveryReference() {
        new JdbcRegisterSeeder(dataSource, settings(5_000, 3)).populate();

        assertThat(count("register.citizen_number n left join register.citizen c using (citizen_id)"
                        + " where c.citizen_id is null"))
                .isZero();
        assertThat(count("register.citizen c left join register.household h using (household_id)"
                        + " where c.household_id is not null and h.household_id is null"))
                .isZero();
        assertThat(count("register.household h left join register.citizen c on c.citizen_id = h.head_id"
                        + " where c.state is distinct from 'ALIVE' or c.household_id is distinct from h.household_id"))
                .isZero();
        assertThat(count("register.citizen where state = 'ALIVE' and permanent_ward is null"))
                .isZero();
        assertThat(count("register.former_address where address_district is not null"))
                .isPositive();
    }

    private static int count(String from) {
        return sql.sql("select count(*) from " + from).query(Integer.class).single();
    }

    private static SandboxSettings settings(int citizens, long seed) {
        return new SandboxSettings(
                dir,
                citizens,
                seed,
                new SandboxSettings.Postgres(0),
                new SandboxSettings.Artemis(0, List.of()),
                new SandboxSettings.Kafka(0));
    }
}
