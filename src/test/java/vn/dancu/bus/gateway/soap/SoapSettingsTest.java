package vn.dancu.bus.gateway.soap;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SoapSettingsTest {

    private static final SoapSettings SETTINGS =
            new SoapSettings("/soap/population/v1", Duration.ofMinutes(15), Duration.ofSeconds(30));

    @Test
    void wantsRequestsToBeRememberedAsLongAsTheyCouldBeSentAgain() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SETTINGS.requireRemembered(Duration.ofMinutes(15)))
                .withMessageContaining("dancu.audit.once-window");
        assertThatCode(() -> SETTINGS.requireRemembered(Duration.ofSeconds(930)))
                .doesNotThrowAnyException();
    }
}
