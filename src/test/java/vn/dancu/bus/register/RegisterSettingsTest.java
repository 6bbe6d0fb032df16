package vn.dancu.bus.register;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RegisterSettingsTest {

    @Test
    void takesADatabase() {
        assertThatNoException()
                .isThrownBy(() -> new RegisterSettings(RegisterSettings.Kind.DATABASE, Duration.ofSeconds(2)));
    }

    @Test
    void refusesAnUpstreamByItsKey() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RegisterSettings(RegisterSettings.Kind.UPSTREAM, Duration.ofSeconds(2)))
                .withMessageContaining("dancu.register.kind=upstream is not available");
    }

    @Test
    void refusesATimeoutOutOfRangeByItsKey() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RegisterSettings(RegisterSettings.Kind.DATABASE, Duration.ofMillis(99)))
                .withMessageContaining("dancu.register.timeout");
    }
}
