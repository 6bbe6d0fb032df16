package vn.dancu.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/**
 * The ports and the folder of one sandbox of its own.
 *
 * @param http of the doors
 * @param postgres of its database
 * @param artemis of its broker
 * @param kafka of its broker
 * @param data what it keeps
 */
record Sandbox(int http, int postgres, int artemis, int kafka, Path data) {

    /** One that begins anew: an audit trail of earlier runs would make the figures depend on them. */
    static Sandbox fresh(Path folder, String name) {
        Path data = folder.resolve("sandbox-" + name);
        try {
            FileSystemUtils.deleteRecursively(data);
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox of the last run cannot be deleted", e);
        }
        return new Sandbox(Ports.free(), Ports.free(), Ports.free(), Ports.free(), data);
    }

    /** Main class and settings of a bus in profile sandbox. */
    List<String> arguments(Path routes) {
        return List.of(
                "vn.dancu.bus.BusApplication",
                "--spring.profiles.active=sandbox",
                "--server.port=" + http,
                "--management.endpoint.health.probes.enabled=true",
                "--dancu.routes.dir=" + routes,
                "--dancu.sandbox.dir=" + data,
                "--dancu.sandbox.postgres.port=" + postgres,
                "--dancu.sandbox.artemis.port=" + artemis,
                "--dancu.sandbox.kafka.port=" + kafka,
                "--dancu.sandbox.sign-in.port=0",
                "--dancu.sandbox.national.port=0");
    }

    String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + postgres + "/postgres?user=postgres";
    }
}
