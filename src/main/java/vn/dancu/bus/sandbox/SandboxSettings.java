package vn.dancu.bus.sandbox;

import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The sandbox: embedded servers on loopback and synthetic people.
 *
 * @param dir where the servers keep their data, and the sandbox its signing key; delete it to begin anew
 * @param citizens how many people there are, 1 to 500,000
 * @param seed the same seed and number give the same people
 * @param postgres the embedded PostgreSQL
 * @param artemis the embedded Artemis
 * @param kafka the embedded Kafka
 */
@ConfigurationProperties("dancu.sandbox")
public record SandboxSettings(
        @DefaultValue("target/sandbox") Path dir,
        @DefaultValue("100000") int citizens,
        @DefaultValue("20261124") long seed,
        @DefaultValue Postgres postgres,
        @DefaultValue Artemis artemis,
        @DefaultValue Kafka kafka) {

    private static final int MAX_CITIZENS = 500_000;
    private static final int MAX_PORT = 65_535;

    public SandboxSettings {
        if (citizens < 1 || citizens > MAX_CITIZENS) {
            throw new IllegalArgumentException("dancu.sandbox.citizens must be from 1 to " + MAX_CITIZENS);
        }
    }

    private static void requirePort(String key, int port) {
        if (port < 0 || port > MAX_PORT) {
            throw new IllegalArgumentException(key + " must be from 0 to " + MAX_PORT);
        }
    }

    /** @param port on 127.0.0.1; 0 takes any free port */
    public record Postgres(@DefaultValue("15432") int port) {

        public Postgres {
            requirePort("dancu.sandbox.postgres.port", port);
        }
    }

    /**
     * @param port on 127.0.0.1; 0 takes any free port
     * @param users who may sign in; exactly one of them is the bus
     */
    public record Artemis(@DefaultValue("61616") int port, @DefaultValue List<User> users) {

        public Artemis {
            requirePort("dancu.sandbox.artemis.port", port);
            users = List.copyOf(users);
            if (users.stream().filter(User::bus).count() > 1) {
                throw new IllegalArgumentException("dancu.sandbox.artemis.users has at most one user with bus=true");
            }
        }
    }

    /** @param port on 127.0.0.1; 0 takes any free port */
    public record Kafka(@DefaultValue("9092") int port) {

        public Kafka {
            requirePort("dancu.sandbox.kafka.port", port);
        }
    }

    /**
     * One who may sign in to Artemis.
     *
     * @param name the partner's id, or the bus's own name
     * @param secret the partner's sandbox secret
     * @param bus whether this is the bus, which may use every queue; a partner only its own
     */
    public record User(String name, String secret, @DefaultValue("false") boolean bus) {

        @Override
        public String toString() {
            return "User[" + name + "]";
        }
    }
}
