package vn.dancu.bus.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dancu.bus.sandbox.SandboxSettings.Artemis;
import vn.dancu.bus.sandbox.SandboxSettings.Kafka;
import vn.dancu.bus.sandbox.SandboxSettings.Postgres;
import vn.dancu.bus.sandbox.SandboxSettings.User;

class SandboxSettingsTest {

    @ParameterizedTest
    @ValueSource(ints = {-1, 65_536})
    void refusesAPortOutOfRangeByItsKey(int port) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Postgres(port))
                .withMessageContaining("dancu.sandbox.postgres.port");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Artemis(port, List.of()))
                .withMessageContaining("dancu.sandbox.artemis.port");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Kafka(port))
                .withMessageContaining("dancu.sandbox.kafka.port");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 500_001})
    void refusesTooFewOrTooManyCitizensByTheKey(int citizens) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SandboxSettings(
                        Path.of("target"), citizens, 1, new Postgres(0), new Artemis(0, List.of()), new Kafka(0)))
                .withMessageContaining("dancu.sandbox.citizens");
    }

    @Test
    void refusesTwoBuses() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Artemis(0, List.of(new User("a", "x", true), new User("b", "y", true))))
                .withMessageContaining("dancu.sandbox.artemis.users");
    }

    @Test
    void showsNoSecret() {
        assertThat(new Artemis(0, List.of(new User("h41-lgsp", "sandbox-h41", false))).toString())
                .contains("h41-lgsp")
                .doesNotContain("sandbox-h41");
    }
}
