package vn.dancu.bus.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class GatewaySettingsTest {

    private static final URI ISSUER = URI.create("https://dancu.example.vn");

    @Test
    void takesSoundValues() {
        GatewaySettings settings = settings(1 << 20, ISSUER, Duration.ofMinutes(10));

        assertThat(settings.maxBody()).isEqualTo(DataSize.ofMegabytes(1));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1023, (64L << 20) + 1})
    void refusesABodyLimitOutOfReason(long bytes) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(bytes, ISSUER, Duration.ofMinutes(10)))
                .withMessageContaining("dancu.gateway.max-body");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dancu", "ftp://dancu.example.vn", "https:///path", "https://a.vn?x=1", "https://a.vn#x"})
    void refusesAnIssuerThatIsNoAddress(String issuer) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(1 << 20, URI.create(issuer), Duration.ofMinutes(10)))
                .withMessageContaining("dancu.gateway.issuer");
    }

    @ParameterizedTest
    @CsvSource({"PT0S", "PT59S", "PT61M"})
    void refusesATokenLifetimeOutOfReason(Duration lifetime) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(1 << 20, ISSUER, lifetime))
                .withMessageContaining("dancu.gateway.token-lifetime");
    }

    private static GatewaySettings settings(long maxBody, URI issuer, Duration lifetime) {
        return new GatewaySettings(
                DataSize.ofBytes(maxBody), DataSize.ofMegabytes(32), DataSize.ofMegabytes(128), issuer, lifetime);
    }
}
