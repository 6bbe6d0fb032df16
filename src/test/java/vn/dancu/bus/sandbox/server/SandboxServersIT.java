package vn.dancu.bus.sandbox.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import vn.dancu.bus.sandbox.SandboxSettings;
import vn.dancu.bus.sandbox.SandboxSettings.User;

class SandboxServersIT {

    private static final DatabaseContent EMPTY = new DatabaseContent() {
        @Override
        public String key() {
            return "empty";
        }

        @Override
        public void fill(DataSource database) {}
    };

    @TempDir
    private Path dir;

    @Test
    void startsAllThreeAndStopsOneForAWhile() {
        try (SandboxServers servers = new SandboxServers(settings(0), EMPTY)) {
            assertThat(Stream.of(servers.postgres(), servers.artemis(), servers.kafka()))
                    .allMatch(SandboxServersIT::answers);

            servers.kafka().stop();
            assertThat(answers(servers.kafka())).isFalse();
            assertThat(answers(servers.postgres())).isTrue();

            servers.kafka().start();
            assertThat(answers(servers.kafka())).isTrue();
        }
    }

    @Test
    void refusesAFolderThatAnotherSandboxUses() {
        try (SandboxServers first = new SandboxServers(settings(0), EMPTY)) {
            assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class)
                    .isThrownBy(() -> new SandboxServers(settings(0), EMPTY))
                    .satisfies(e -> assertThat(e.getName()).isEqualTo("dancu.sandbox.dir"));
            assertThat(answers(first.postgres())).isTrue();
        }
    }

    @Test
    void namesTheSettingOfATakenKafkaPort() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName(LoopbackPort.HOST))) {
            assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class)
                    .isThrownBy(() -> new SandboxServers(settings(taken.getLocalPort()), EMPTY))
                    .satisfies(e -> assertThat(e.getName()).isEqualTo("dancu.sandbox.kafka.port"));
        }
    }

    private SandboxSettings settings(int kafkaPort) {
        return new SandboxSettings(
                dir,
                10,
                1,
                new SandboxSettings.Postgres(0),
                new SandboxSettings.Artemis(0, List.of(new User("dancu-bus", "sandbox-bus", true))),
                new SandboxSettings.Kafka(kafkaPort));
    }

    private static boolean answers(EmbeddedServer server) {
        try (Socket socket = new Socket(LoopbackPort.HOST, server.port())) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
