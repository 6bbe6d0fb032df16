package vn.dancu.bus.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.bus.fixtures.RunningBus;

/** The files by which the command {@code camel} and the bus speak. */
@EnabledIfSystemProperty(
        named = "test.drills",
        matches = "long",
        disabledReason = "a bus of its own for a tool that is off: -Plong")
class CamelToolIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String PID = String.valueOf(ProcessHandle.current().pid());
    private static final String HOME = System.getProperty("user.home");

    @TempDir
    static Path home;

    private static RunningBus bus;
    private static CamelContext camel;

    @BeforeAll
    static void starts() {
        System.setProperty("user.home", home.toString());
        bus = RunningBus.start("--dancu.camel.tool=true");
        camel = bus.bean(CamelContext.class);
    }

    @AfterAll
    static void stops() {
        bus.close();
        System.setProperty("user.home", HOME);
    }

    @Test
    void showsTheBusItsRoutesAndItsHealth() {
        await().atMost(LONG).untilAsserted(() -> {
            JsonNode status = JSON.readTree(file("-status.json").toFile());
            assertThat(status.at("/context/name").asText()).isEqualTo("dancu-bus");
            assertThat(status.at("/runtime/pid").asText()).isEqualTo(PID);
            assertThat(status.at("/routes").findValuesAsText("routeId")).contains("hub-h41-lgsp", "partner-notices");
            assertThat(status.at("/routes/0/statistics").isObject()).isTrue();
            assertThat(status.at("/healthChecks/checks").size()).isPositive();
        });
    }

    @Test
    void showsNoSecret() {
        await().atMost(LONG).until(() -> Files.size(file("-status.json")) > 0);
        await().atMost(LONG).untilAsserted(() -> assertThat(Files.readString(file("-status.json")))
                .contains("dancu-bus")
                .doesNotContain("sandbox-bus", "sandbox-h41", "sandbox-axis-g01"));
    }

    @Test
    void doesNeitherStopARouteNorTheBus() throws IOException {
        await().atMost(LONG).until(() -> Files.size(file("-status.json")) > 0);

        Files.writeString(file("-action.json"), "{\"action\":\"route\",\"id\":\"hub-h41-lgsp\",\"command\":\"stop\"}");
        await().atMost(LONG).until(() -> !Files.exists(file("-action.json")));
        assertThat(camel.getRouteController().getRouteStatus("hub-h41-lgsp").isStarted())
                .isTrue();

        Files.writeString(file("-action.json"), "{\"action\":\"thread-dump\"}");
        await().atMost(LONG).untilAsserted(() -> assertThat(Files.readString(file("-output.json")))
                .contains("threads"));

        Files.delete(home.resolve(".camel").resolve(PID));
        Files.writeString(file("-status.json"), "");
        await().atMost(LONG).until(() -> Files.size(file("-status.json")) > 0);
        assertThat(camel.isStarted()).isTrue();
    }

    @Test
    void staysWhenAnotherCamelOfTheProcessEnds() throws IOException {
        await().atMost(LONG).until(() -> Files.size(file("-status.json")) > 0);
        try (DefaultCamelContext scratch = new DefaultCamelContext()) {
            scratch.start();
        }

        Files.writeString(file("-status.json"), "");
        await().atMost(LONG).until(() -> Files.size(file("-status.json")) > 0);
        assertThat(camel.isStarted()).isTrue();
    }

    private static Path file(String kind) {
        return home.resolve(".camel").resolve(PID + kind);
    }
}
