package vn.dancu.bus.sandbox.server;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL as a process beside this one. What is committed is on disk. When this process was killed, the server it
 * left behind is stopped at the next start and its data recovered.
 */
final class PostgresServer implements EmbeddedServer {

    static final String USER = "postgres";

    private static final Logger LOGGER = LoggerFactory.getLogger(PostgresServer.class);

    // No statement and no parameter ever reaches the server's own log: they hold personal data elsewhere.
    private static final String CONFIGURATION =
            """
            listen_addresses = '%s'
            port = %d
            unix_socket_directories = ''
            max_connections = 100
            shared_buffers = 128MB
            max_wal_size = 1GB
            wal_level = minimal
            max_wal_senders = 0
            fsync = on
            synchronous_commit = on
            full_page_writes = on
            random_page_cost = 1.1
            jit = off
            timezone = 'UTC'
            lc_messages = 'C'
            log_min_messages = warning
            log_min_error_statement = panic
            log_parameter_max_length = 0
            log_parameter_max_length_on_error = 0
            """;

    private final Path dir;
    private final Path data;
    private final Path log;
    private final int wantedPort;
    private int port;
    private boolean running;
    private final CacheFolder cache;
    private final @Nullable DatabaseContent content;
    private @Nullable Path home;

    /** One whose new database is empty. */
    PostgresServer(Path dir, int wantedPort, CacheFolder cache) {
        this(dir, wantedPort, cache, null);
    }

    PostgresServer(Path dir, int wantedPort, CacheFolder cache, @Nullable DatabaseContent content) {
        this.cache = cache;
        this.content = content;
        this.dir = dir.toAbsolutePath();
        this.data = this.dir.resolve("postgres");
        this.log = this.dir.resolve("postgres.log");
        this.wantedPort = wantedPort;
    }

    @Override
    public void start() {
        if (running) {
            return;
        }
        try {
            Files.createDirectories(dir);
            if (Files.exists(pidFile())) {
                stopLeftBehind();
            }
            port = LoopbackPort.claim("dancu.sandbox.postgres.port", port == 0 ? wantedPort : port);
            if (!Files.exists(data.resolve("PG_VERSION"))) {
                create();
            }
            Files.writeString(data.resolve("postgresql.conf"), CONFIGURATION.formatted(LoopbackPort.HOST, port));
            run("pg_ctl", "-D", data.toString(), "-l", log.toString(), "-w", "-t", "60", "start");
            running = true;
        } catch (IOException e) {
            throw new UncheckedIOException("Embedded PostgreSQL does not start, see " + log, e);
        }
    }

    @Override
    public void stop() {
        try {
            if (running && Files.exists(pidFile())) {
                stopProcess();
            }
            running = false;
        } catch (IOException e) {
            throw new UncheckedIOException("Embedded PostgreSQL does not stop, see " + log, e);
        }
    }

    private void stopProcess() throws IOException {
        run("pg_ctl", "-D", data.toString(), "-m", "fast", "-w", "-t", "30", "stop");
    }

    @Override
    public int port() {
        return port;
    }

    String jdbcUrl() {
        return "jdbc:postgresql://" + LoopbackPort.HOST + ":" + port + "/postgres";
    }

    /** Found once: the name of its folder is a digest of all programs. */
    private Path home() throws IOException {
        if (home == null) {
            home = PostgresBinaries.unpacked(cache);
        }
        return home;
    }

    private Path pidFile() {
        return data.resolve("postmaster.pid");
    }

    private void stopLeftBehind() throws IOException {
        long pid = Long.parseLong(Files.readAllLines(pidFile()).get(0).strip());
        boolean isPostgres = ProcessHandle.of(pid)
                .flatMap(process -> process.info().command())
                .map(command -> command.contains("postgres"))
                .orElse(false);
        if (isPostgres) {
            LOGGER.atInfo().log("Stopping the embedded PostgreSQL that a killed sandbox left behind");
            stopProcess();
        } else {
            // The number may by now belong to a process that has nothing to do with us.
            Files.delete(pidFile());
        }
    }

    private void create() throws IOException {
        // Made aside and moved, so that a start which is killed half way leaves nothing that looks complete.
        Path fresh = dir.resolve("postgres.new");
        DataFolder.delete(fresh);
        DataFolder.delete(data);
        if (content == null) {
            run("initdb", "-A", "trust", "-U", USER, "-E", "UTF-8", "--locale=C", "--no-sync", "-D", fresh.toString());
        } else {
            DataFolder.copy(filled(content).resolve(data.getFileName()), fresh);
        }
        Files.move(fresh, data);
    }

    private Path filled(DatabaseContent wanted) throws IOException {
        return cache.entry("data-" + home().getFileName() + "-" + wanted.key(), folder -> {
            PostgresServer server = new PostgresServer(folder, 0, cache);
            server.start();
            try {
                wanted.fill(server.dataSource());
            } finally {
                server.stop();
            }
        });
    }

    private DataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(jdbcUrl());
        source.setUser(USER);
        return source;
    }

    private void run(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            // PostgreSQL refuses to run as root; a user namespace of its own gives it another user.
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(home().resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        dir.resolve("postgres-commands.log").toFile()))
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException(program + " failed, see " + dir.resolve("postgres-commands.log"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for " + program, e);
        }
    }
}
