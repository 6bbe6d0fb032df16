package vn.dancu.bus.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.fixtures.RawHttp;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.kernel.Sha256;

/** Deliveries of sources as the sandbox makes them up for whoever tries enrichment. */
class SyntheticDeliveryIT {

    private static final int PORT = RunningBus.shared().ports().http();

    @Test
    void isAFileAboutPeopleOfTheRegisterWithItsManifest() throws IOException {
        String query = "?records=200&seed=5&mistakes=0";

        String file = get("/sandbox/enrichment/the-bhyt" + query).body();
        JsonNode manifest = JsonMapper.builder()
                .build()
                .readTree(get("/sandbox/enrichment/the-bhyt/manifest" + query).body());

        assertThat(file.lines()).hasSize(201);
        assertThat(file.lines().skip(1).map(line -> line.substring(0, 12)))
                .contains(RunningBus.shared().anybody().soDinhDanh());
        assertThat(manifest.path("records").asInt()).isEqualTo(200);
        assertThat(manifest.path("encoding").asText()).isEqualTo("UTF-8");
        assertThat(manifest.path("sha256").asText()).isEqualTo(Sha256.hex(file.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void isRefusedForWhatNoSourceHas() {
        assertThat(get("/sandbox/enrichment/the-la").status()).isEqualTo(404);
        assertThat(get("/sandbox/enrichment/the-bhyt?form=dbf").body()).contains("field_invalid", "form");
        assertThat(get("/sandbox/enrichment/the-bhyt?encoding=VISCII").body()).contains("field_invalid", "encoding");
        assertThat(get("/sandbox/enrichment/the-bhyt?records=0").body()).contains("field_invalid", "records");
        assertThat(get("/sandbox/enrichment/the-bhyt?form=xlsx&records=1000001").status())
                .isEqualTo(400);
    }

    private static RawHttp.Answer get(String path) {
        return RawHttp.send(PORT, "GET " + path, List.of(), new byte[0]);
    }
}
