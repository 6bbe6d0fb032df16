package vn.dancu.bus.sandbox.chain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dancu.bus.sandbox.SandboxChainSettings;
import vn.dancu.bus.sandbox.server.EmbeddedServer;
import vn.dancu.bus.sandbox.server.LoopbackPort;

/**
 * The bus of the national side: a process with a database, brokers and an audit trail of its own. Drills may kill it and bring it
 * back on its data. It ends by itself when the process that started it has ended.
 */
public final class NationalBus implements EmbeddedServer, AutoCloseable {

    static final String PORT_KEY = "dancu.sandbox.chain.port";

    private static final Logger LOGGER = LoggerFactory.getLogger(NationalBus.class);
    private static final String PROGRAM = "vn.dancu.bus.BusApplication";
    private static final long READY_MILLIS = 180_000;
    private static final long POLL_MILLIS = 250;
    private static final int READY = 200;

    private final Path dir;
    private final SandboxChainSettings settings;
    private final List<String> people;
    private final HttpClient http = HttpClient.newHttpClient();
    private @Nullable Process process;

    /**
     * @param dir in which its data are, in a folder of its own
     * @param people settings by which it has the same people as this bus
     */
    public NationalBus(Path dir, SandboxChainSettings settings, List<String> people) {
        this.dir = dir.toAbsolutePath().resolve("national-bus");
        this.settings = settings;
        this.people = List.copyOf(people);
    }

    /** Refuses a port that is taken, with the name of its setting. */
    void requirePort() {
        LoopbackPort.claim(PORT_KEY, settings.port());
    }

    @Override
    public synchronized void start() {
        if (process != null && process.isAlive()) {
            return;
        }
        try {
            Files.createDirectories(dir);
            Process starting = new ProcessBuilder(command())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            dir.resolve("bus.log").toFile()))
                    .start();
            process = starting;
            awaitReady(starting);
            LOGGER.atInfo().log("The bus of the national side is ready");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx768m", "-XX:+UseSerialGC"));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(given -> given.startsWith("-XX:SharedArchiveFile")
                        || given.startsWith("-XX:TieredStopAtLevel")
                        || given.startsWith("-XX:ReservedCodeCacheSize"))
                .forEach(command::add);
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                PROGRAM,
                "--spring.profiles.active=sandbox,chain-national",
                "--server.port=" + settings.port(),
                "--dancu.sandbox.dir=" + dir.resolve("data")));
        people.forEach(setting -> command.add("--" + setting));
        settings.settings().forEach(setting -> command.add("--" + setting));
        return command;
    }

    private void awaitReady(Process starting) {
        HttpRequest health = HttpRequest.newBuilder(
                        URI.create("http://" + LoopbackPort.HOST + ":" + settings.port() + "/actuator/health"))
                .timeout(Duration.ofSeconds(2))
                .build();
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(READY_MILLIS);
        try {
            while (System.nanoTime() < until && !starting.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                if (isReady(health)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("The bus of the national side does not start, see " + dir.resolve("bus.log"));
    }

    private boolean isReady(HttpRequest health) throws InterruptedException {
        try {
            return http.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == READY;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public synchronized void stop() {
        end(false);
    }

    /** As a machine ends it: nothing is done in order. */
    public synchronized void kill() {
        end(true);
    }

    private void end(boolean atOnce) {
        Process ending = process;
        process = null;
        if (ending == null) {
            return;
        }
        try {
            if (atOnce || !ended(ending)) {
                ending.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean ended(Process process) throws InterruptedException {
        process.destroy();
        return process.waitFor(1, TimeUnit.MINUTES);
    }

    @Override
    public void close() {
        stop();
    }

    @Override
    public int port() {
        return settings.port();
    }
}
