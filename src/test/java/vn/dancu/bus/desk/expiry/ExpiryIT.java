package vn.dancu.bus.desk.expiry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.fixtures.ConsoleVisitor;
import vn.dancu.bus.fixtures.Desk;
import vn.dancu.bus.fixtures.RunningBus;

/** What a running bus holds that ends. */
class ExpiryIT {

    private static final int PORT = RunningBus.shared().ports().http();

    @Test
    void listsCertificatesKeysAndCredentialsWithTheirEnds() {
        JsonNode answer =
                Desk.at(PORT, Desk.Sandbox.OPERATOR).get("certificates").body();

        Map<String, JsonNode> byKind = new HashMap<>();
        answer.path("items")
                .forEach(item -> byKind.putIfAbsent(item.path("kind").asText(), item));
        assertThat(byKind).containsKeys("signing", "trust", "key");
        JsonNode signing = byKind.get("signing");
        assertThat(signing.path("use").asText()).contains("dancu.document.signature.bundle");
        assertThat(signing.path("subject").asText()).startsWith("CN=");
        assertThat(signing.path("daysLeft").asLong()).isPositive();
        assertThat(byKind.get("key").path("state").asText()).isEqualTo("endless");
        assertThat(Desk.at(PORT, Desk.Sandbox.CLERK).get("certificates").code()).isEqualTo("role_missing");
    }

    @Test
    void showsThemAtTheConsole() {
        ConsoleVisitor inspector = ConsoleVisitor.signedIn(PORT, Desk.Sandbox.INSPECTOR);

        assertThat(inspector.get("/desk/certificates?kind=key").body())
                .contains("audit.seal_key", "không có hạn")
                .doesNotContain("dancu.document.signature.bundle");
    }
}
