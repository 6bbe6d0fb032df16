package vn.dancu.bus.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import vn.dancu.bus.fixtures.Balance;
import vn.dancu.bus.fixtures.ChildBus;
import vn.dancu.bus.fixtures.HubClient;
import vn.dancu.bus.fixtures.HubQuestions;
import vn.dancu.bus.fixtures.Person;
import vn.dancu.bus.fixtures.RouteOperator;
import vn.dancu.bus.fixtures.RunningBus;

/**
 * kill -9 while routes are being exchanged: what ran before comes up again, the deployment is ended as interrupted, and a hub
 * whose lane was among them has every answer once.
 */
@EnabledIfSystemProperty(
        named = "test.drills",
        matches = "long",
        disabledReason = "a minute: bench/drills/run or -Plong")
class KilledDeploymentIT {

    private static final String HUB = "h41-lgsp";
    private static final String SECRET = "sandbox-h41";
    private static final int QUESTIONS = 400;

    /** So many lanes use the error configuration that changes that their exchange takes seconds. */
    private static final int LANES = 48;

    private static final String LANE =
            """
            - route:
                id: wide-%1$d
                description: One of many lanes that use the same error configuration
                routeConfigurationId: hub-errors
                from:
                  uri: jms:queue:dancu.channel.test.wide-%1$d
                  steps:
                    - removeHeaders:
                        pattern: Route*
            """;

    @Test
    void theVersionBeforeComesUpAgainAndNoQuestionIsLostOrDoubled() throws Exception {
        // Given
        Path folder = RunningBus.newFolder("sandbox-kill-");
        RunningBus.Ports ports = RunningBus.Ports.free();
        String id;
        int exchanged;
        Map<String, Set<String>> events = new HashMap<>();
        try (ChildBus bus = ChildBus.start(folder, ports);
                HubClient hub = new HubClient(ports.artemis(), HUB, SECRET)) {
            RouteOperator operator = RouteOperator.at(ports.http());
            assertKept(operator, wide());
            Person person = RunningBus.people(ports.http(), "limit=1").get(0);
            for (int i = 0; i < QUESTIONS; i++) {
                HubQuestions.send(hub, person, "k" + i);
            }
            hub.takeEvents(events, QUESTIONS / 10);
            id = operator.deploy(sharedWithOtherErrors(), 0);
            operator.awaitState(id, "SWAPPING");
            await().pollInterval(Duration.ofMillis(20)).until(() -> stoppedLanes(folder) > LANES / 8);

            // When
            bus.kill();
            exchanged = stoppedLanes(folder);
        }

        // Then
        assertThat(exchanged).as("in the middle").isLessThan(LANES);
        try (ChildBus again = ChildBus.start(folder, ports);
                HubClient hub = new HubClient(ports.artemis(), HUB, SECRET)) {
            RouteOperator operator = RouteOperator.at(ports.http());
            assertInterrupted(operator.ended(id, Duration.ofSeconds(10)));
            assertRuns(operator, "shared", "1.0.0", 1);
            assertRuns(operator, "wide", "1.0.0", LANES);
            assertRuns(operator, HUB, "1.0.0", 1);
            hub.takeEvents(events, QUESTIONS);
            int more = hub.takeAll("dancu.hub." + HUB + ".out").size();
            int dead = hub.takeAll("dancu.hub." + HUB + ".dlq").size();
            long twice = events.values().stream().filter(of -> of.size() > 1).count();
            Balance balance = new Balance(
                            "killed-swap", QUESTIONS, events.size(), dead, QUESTIONS - events.size(), twice + more)
                    .written();
            assertThat(balance.lost() + balance.doubled() + balance.refused())
                    .as("%s", balance)
                    .isZero();
            assertKept(operator, sharedWithOtherErrors());
        }
    }

    private static void assertInterrupted(JsonNode ended) {
        assertThat(RouteOperator.state(ended)).isEqualTo("FAILED");
        assertThat(ended.path("findings").findValuesAsText("rule")).containsExactly("interrupted");
        JsonNode steps = ended.path("steps");
        assertThat(steps.get(steps.size() - 1).path("name").asText()).isEqualTo("swap");
        assertThat(steps.get(steps.size() - 1).path("outcome").asText()).isEqualTo("failed");
    }

    private static void assertKept(RouteOperator operator, Map<String, String> files) {
        JsonNode ended = operator.ended(operator.deploy(files, 0), Duration.ofSeconds(120));
        assertThat(RouteOperator.state(ended)).as("%s", ended).isEqualTo("KEPT");
    }

    private static void assertRuns(RouteOperator operator, String bundle, String version, int routes) {
        JsonNode now = operator.desk().get("route-bundles/" + bundle).body();
        assertThat(now.path("version").asText()).isEqualTo(version);
        assertThat(now.path("routes")).hasSize(routes).allSatisfy(route -> assertThat(
                        route.path("started").asBoolean())
                .as("%s", route)
                .isTrue());
    }

    /** How many lanes the bus says that it has stopped. */
    private static int stoppedLanes(Path folder) throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolveSibling(folder.getFileName() + ".log"))) {
            return (int) lines.filter(line -> line.contains("Shutdown wide-")).count();
        }
    }

    private static Map<String, String> wide() {
        Map<String, String> files = new TreeMap<>();
        for (int i = 0; i < LANES; i++) {
            files.put("wide-" + i + ".camel.yaml", LANE.formatted(i));
        }
        String names = String.join(", ", files.keySet());
        files.put(
                "bundle.yaml",
                """
                name: wide
                version: 1.0.0
                owner: Nobody
                zone: test
                description: {vi: Thử, en: Test}
                needs: [shared]
                files: [%s]
                """
                        .formatted(names));
        return files;
    }

    private static Map<String, String> sharedWithOtherErrors() throws IOException {
        return RouteOperator.shipped(
                "shared", "1.1.0", text -> text.replace("Failures on a hub's lane", "Failures on the lane of a hub"));
    }
}
