package vn.dancu.bus.sandbox.seed;

import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import vn.dancu.bus.sandbox.SandboxSettings;

/** Fills a register with synthetic people as the sandbox does. */
public final class SeededRegister {

    public static void seed(DataSource database, int citizens, long seed) {
        SandboxSettings settings = new SandboxSettings(
                Path.of("target"),
                citizens,
                seed,
                new SandboxSettings.Postgres(0),
                new SandboxSettings.Artemis(0, List.of()),
                new SandboxSettings.Kafka(0));
        new JdbcRegisterSeeder(database, settings).seed();
    }

    private SeededRegister() {}
}
