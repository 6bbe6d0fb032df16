package vn.dancu.bus.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class UpstreamSettingsTest {

    private static UpstreamSettings settings(String... pairs) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put("dancu.upstream." + pairs[i], pairs[i + 1]);
        }
        return new Binder(new MapConfigurationPropertySource(values))
                .bind("dancu", UpstreamSettings.class)
                .get();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://host",
                "host",
                "https://user:word@host",
                "https://host/path",
                "https://host?key=word",
                "https://host#part"
            })
    void takesAnAddressOfHttpAndNothingMoreInIt(String address) {
        assertThatThrownBy(() -> settings("a1.dialect", "official", "a1.address", address))
                .rootCause()
                .hasMessage("dancu.upstream.a1.address is http(s)://host[:port]");
        assertThatThrownBy(() ->
                        settings("a1.dialect", "official", "a1.address", "https://host", "a1.token.address", address))
                .rootCause()
                .hasMessage("dancu.upstream.a1.token.address is http(s)://host[:port]");
    }

    @Test
    void knowsWhichServiceIsAskedForWhat() {
        assertThatThrownBy(() -> settings(
                        "a1.dialect",
                        "official",
                        "a1.address",
                        "https://host:1",
                        "a1.services",
                        "TraCuuThongTinCongDam"))
                .rootCause()
                .hasMessageStartingWith("dancu.upstream.a1.services are names of the contract");
    }

    @Test
    void asksNoTwoServicesForTheSame() {
        assertThatThrownBy(() -> settings(
                        "a1.dialect",
                        "official",
                        "a1.address",
                        "https://host",
                        "a2.dialect",
                        "live",
                        "a2.address",
                        "https://host/"))
                .rootCause()
                .hasMessageContaining("has two services without services");
        assertThatThrownBy(() -> settings(
                        "a1.dialect",
                        "official",
                        "a1.address",
                        "https://host",
                        "a1.services",
                        "TraCuuThongTinCongDan",
                        "a2.dialect",
                        "live",
                        "a2.address",
                        "https://host",
                        "a2.services",
                        "TraCuuThongTinCongDan"))
                .rootCause()
                .hasMessageContaining("names TraCuuThongTinCongDan at two services");
    }

    @Test
    void asksOneServiceForWhatNoOtherIsNamedFor() {
        assertThat(settings(
                                "a1.dialect",
                                "official",
                                "a1.address",
                                "https://host",
                                "a2.dialect",
                                "live",
                                "a2.address",
                                "https://host",
                                "a2.services",
                                "TraCuuThongTinCongDan")
                        .upstream())
                .hasSize(2);
    }
}
