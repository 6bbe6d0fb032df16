package vn.dancu.bench;

import java.nio.file.Path;
import java.util.List;

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

    static Sandbox onFreePorts(Path folder) {
        return new Sandbox(Ports.free(), Ports.free(), Ports.free(), Ports.free(), folder.resolve("sandbox"));
    }

    /** Main class and settings of a bus in profile sandbox. */
    List<String> arguments() {
        return List.of(
                "vn.dancu.bus.BusApplication",
                "--spring.profiles.active=sandbox",
                "--server.port=" + http,
                "--dancu.sandbox.postgres-port=" + postgres,
                "--dancu.sandbox.artemis-port=" + artemis,
                "--dancu.sandbox.kafka-port=" + kafka);
    }

    String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + postgres + "/postgres?user=postgres";
    }
}
