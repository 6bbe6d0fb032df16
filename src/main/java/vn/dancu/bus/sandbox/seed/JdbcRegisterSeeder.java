package vn.dancu.bus.sandbox.seed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dancu.bus.kernel.LogKeys;
import vn.dancu.bus.sandbox.SandboxSettings;
import vn.dancu.bus.sandbox.population.SyntheticPopulation;
import vn.dancu.bus.sandbox.population.WardList;

/**
 * Fills the register with the synthetic people once. Several connections copy families in parallel; a mark that is written
 * last lets the next start skip it.
 */
final class JdbcRegisterSeeder {

    private static final Logger LOGGER = LoggerFactory.getLogger(JdbcRegisterSeeder.class);

    /** Increased whenever the same seed gives other people. */
    private static final int GENERATION = 3;

    private static final int CONNECTIONS = 2;
    private static final int FAMILIES_PER_BATCH = 250;

    private final DataSource dataSource;
    private final SandboxSettings settings;

    JdbcRegisterSeeder(DataSource dataSource, SandboxSettings settings) {
        this.dataSource = dataSource;
        this.settings = settings;
    }

    /** Fills the register unless the same people are there already. */
    void seed() {
        JdbcClient sql = JdbcClient.create(dataSource);
        String mark = "generation %d, seed %d, citizens %d".formatted(GENERATION, settings.seed(), settings.citizens());
        sql.sql("create schema if not exists sandbox").update();
        sql.sql("create table if not exists sandbox.people (mark text not null)")
                .update();
        if (sql.sql("select mark from sandbox.people")
                .query(String.class)
                .list()
                .equals(List.of(mark))) {
            return;
        }
        long began = System.nanoTime();
        sql.sql("truncate sandbox.people, register.citizen, register.household, register.citizen_number,"
                        + " register.former_address, register.relative, register.enriched, register.enriched_history")
                .update();
        sql.sql("delete from register.enriched_origin where id < 0").update();
        copyAll(new SyntheticPopulation(settings.seed(), settings.citizens(), WardList.load()));
        sql.sql("analyze register.citizen, register.household, register.citizen_number,"
                        + " register.former_address, register.relative")
                .update();
        new JdbcTemplate(dataSource).execute(enriched());
        sql.sql("insert into sandbox.people values (?)").param(mark).update();
        LOGGER.atInfo()
                .addKeyValue(LogKeys.COUNT, settings.citizens())
                .addKeyValue(
                        LogKeys.DURATION_MS,
                        Duration.ofNanos(System.nanoTime() - began).toMillis())
                .log("The synthetic register is made");
    }

    private static String enriched() {
        try {
            return new ClassPathResource("sandbox/enriched.sql").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void copyAll(SyntheticPopulation population) {
        int batches = (population.families() + FAMILIES_PER_BATCH - 1) / FAMILIES_PER_BATCH;
        ExecutorService workers = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            IntStream.range(0, batches)
                    .mapToObj(batch -> CompletableFuture.runAsync(() -> copy(population, batch), workers))
                    .toList()
                    .forEach(CompletableFuture::join);
        } catch (CompletionException e) {
            throw new IllegalStateException("The synthetic register cannot be filled", e);
        } finally {
            workers.shutdown();
        }
    }

    private void copy(SyntheticPopulation population, int batch) {
        int first = batch * FAMILIES_PER_BATCH;
        RegisterCopy tables = new RegisterCopy();
        IntStream.range(first, Math.min(population.families(), first + FAMILIES_PER_BATCH))
                .mapToObj(population::family)
                .forEach(tables::add);
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                // The families are complete in themselves; checking every reference would double the time.
                statement.execute("set local session_replication_role = replica");
            }
            PGConnection postgres = connection.unwrap(PGConnection.class);
            for (RegisterCopy.Table table : tables.all()) {
                postgres.getCopyAPI()
                        .copyIn(
                                table.command(),
                                new ByteArrayInputStream(table.rows().bytes()));
            }
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw new IllegalStateException("A batch of synthetic people cannot be copied", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
