package vn.dancu.bus.register;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RegisterSettingsTest {

    @Test
    void takesEitherRole() {
        for (RegisterSettings.Kind kind : RegisterSettings.Kind.values()) {
            assertThatNoException().isThrownBy(() -> new RegisterSettings(kind, Duration.ofSeconds(2)));
        }
    }

    @Test
    void refusesATimeoutOutOfRangeByItsKey() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RegisterSettings(RegisterSettings.Kind.DATABASE, Duration.ofMillis(99)))
                .withMessageContaining("dancu.register.timeout");
    }
}
