package vn.dancu.bus.sandbox.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dancu.bus.sandbox.SandboxSettings;

/**
 * The three embedded servers. They start side by side; each accessor waits until its server takes connections. Drills
 * may stop and start one of them.
 */
public final class SandboxServers implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(SandboxServers.class);

    private final FileChannel folder;
    private final PostgresServer postgres;
    private final ArtemisServer artemis;
    private final KafkaBroker kafka;
    private final CompletableFuture<Void> postgresStarted;
    private final CompletableFuture<Void> artemisStarted;
    private final CompletableFuture<Void> kafkaStarted;

    /** Locks the folder and begins to start the servers in it. */
    SandboxServers(SandboxSettings settings, DatabaseContent content) {
        // PostgreSQL looks at its port when it has stopped the server that a killed sandbox left there.
        LoopbackPort.claim(ArtemisServer.PORT_KEY, settings.artemis().port());
        LoopbackPort.claim(KafkaBroker.PORT_KEY, settings.kafka().port());
        try {
            this.folder = DataFolder.lock(settings.dir());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.postgres = new PostgresServer(
                settings.dir(), settings.postgres().port(), CacheFolder.ofUser(settings.dir()), content);
        this.artemis = new ArtemisServer(
                settings.dir(), settings.artemis().port(), settings.artemis().users());
        this.kafka = new KafkaBroker(settings.dir(), settings.kafka().port());
        this.postgresStarted = starting("postgres", postgres);
        this.artemisStarted = starting("artemis", artemis);
        this.kafkaStarted = starting("kafka", kafka);
    }

    public EmbeddedServer postgres() {
        return startedPostgres();
    }

    public EmbeddedServer artemis() {
        return startedArtemis();
    }

    public EmbeddedServer kafka() {
        await(kafkaStarted);
        return kafka;
    }

    PostgresServer startedPostgres() {
        await(postgresStarted);
        return postgres;
    }

    ArtemisServer startedArtemis() {
        await(artemisStarted);
        return artemis;
    }

    /** Stops the servers, also those whose start failed, and keeps their data. */
    @Override
    public void close() {
        List.of(kafkaStarted, artemisStarted, postgresStarted)
                .forEach(started -> started.exceptionally(failure -> null).join());
        List.of(kafka, artemis, postgres).forEach(SandboxServers::stop);
        try {
            folder.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stop(EmbeddedServer server) {
        try {
            server.stop();
        } catch (IllegalStateException | UncheckedIOException e) {
            LOGGER.atWarn().setCause(e).log("An embedded server did not stop in order");
        }
    }

    private static CompletableFuture<Void> starting(String name, EmbeddedServer server) {
        CompletableFuture<Void> started = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        server.start();
                        started.complete(null);
                    } catch (RuntimeException | Error e) {
                        started.completeExceptionally(e);
                    }
                },
                "sandbox-" + name);
        thread.setDaemon(true);
        thread.start();
        return started;
    }

    private static void await(CompletableFuture<Void> started) {
        try {
            started.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
