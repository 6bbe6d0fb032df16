package vn.dancu.bus.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpSettingsTest {

    @ParameterizedTest
    @ValueSource(strings = {"https://dancu.example.vn", "https://dancu.example.vn/"})
    void joinsTheAddressAndAPath(String address) {
        assertThat(new HttpSettings(URI.create(address)).addressOf("/openapi/v1.yaml"))
                .isEqualTo("https://dancu.example.vn/openapi/v1.yaml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dancu.example.vn",
                "localhost:8080",
                "ftp://dancu.example.vn",
                "https:///",
                "https://dancu.example.vn/bus",
                "https://u@dancu.example.vn",
                "https://dancu.example.vn?x"
            })
    void refusesWhatIsNoBareAddress(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HttpSettings(URI.create(address)))
                .withMessageContaining("dancu.http.public-address");
    }
}
