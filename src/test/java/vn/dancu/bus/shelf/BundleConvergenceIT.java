package vn.dancu.bus.shelf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.fixtures.SecondInstance;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.shelf.bundle.BundleContent;
import vn.dancu.bus.shelf.bundle.BundleFolder;
import vn.dancu.bus.shelf.bundle.ReleaseNumber;
import vn.dancu.bus.shelf.history.BundleHistory;
import vn.dancu.bus.shelf.history.DeploymentLog;
import vn.dancu.bus.shelf.lint.RouteFile;
import vn.dancu.bus.shelf.lint.RouteFinding;
import vn.dancu.bus.shelf.lint.RouteRule;

/** Two instances run the same versions, whichever was asked, and what a process leaves behind that dies is taken back. */
class BundleConvergenceIT {

    private static final Actor OPERATOR = new Actor("hoa.vanhanh", Set.of(Role.OPERATOR));
    private static final Duration IN_TIME = Duration.ofSeconds(5);

    private static final RunningBus FIRST = RunningBus.shared();
    private static final SecondInstance SECOND = SecondInstance.beside(FIRST, "--dancu.routes.unsigned=true");

    private final Bundles bundles = FIRST.bean(Bundles.class);

    @AfterAll
    static void stop() {
        SECOND.close();
    }

    @Test
    void followsTheOtherInstanceWithinFiveSecondsThereAndBack() throws IOException {
        Deployment open = SECOND.bean(Bundles.class)
                .deploy(
                        OPERATOR,
                        templates("1.5.0", "4"),
                        new DeploymentPlan("test", List.of(), 0, Duration.ofSeconds(1)));
        await().until(() -> bundles.deployment(open.id()).orElseThrow().state() == Deployment.State.PROBATION);
        await().atMost(IN_TIME).untilAsserted(() -> assertThat(lane(FIRST.bean(CamelContext.class)))
                .contains("=4"));

        assertThat(ended(open.id()).state()).isEqualTo(Deployment.State.KEPT);
        assertThat(bundles.find("templates").orElseThrow().instances())
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(instance -> assertThat(instance.version()).isEqualTo("1.5.0"));

        Deployment back = bundles.rollBack(OPERATOR, "templates", null, "test");
        assertThat(ended(back.id()).state()).isEqualTo(Deployment.State.KEPT);
        await().atMost(IN_TIME).untilAsserted(() -> assertThat(lane(SECOND.bean(CamelContext.class)))
                .contains("=16"));
    }

    /** As a process leaves it that is killed while it watches, and while it exchanges routes. */
    @Test
    void takesBackWhatAKilledProcessLeavesOpen() throws IOException {
        BundleContent content = templates("1.6.0", "2");
        Deployment watched = left(content, Deployment.State.PROBATION, true);

        Deployment ended = ended(watched.id());
        assertThat(ended.state()).isEqualTo(Deployment.State.ROLLED_BACK);
        assertThat(ended.findings()).extracting(RouteFinding::rule).containsExactly(RouteRule.INTERRUPTED);
        assertThat(bundles.find("templates").orElseThrow().manifest().version()).hasToString("1.0.0");
        await().atMost(IN_TIME).untilAsserted(() -> assertThat(lane(FIRST.bean(CamelContext.class)))
                .contains("=16"));

        Deployment swapping = left(content, Deployment.State.SWAPPING, false);
        assertThat(ended(swapping.id()).state()).isEqualTo(Deployment.State.FAILED);
        assertThat(bundles.find("templates").orElseThrow().manifest().version()).hasToString("1.0.0");
    }

    private Deployment left(BundleContent content, Deployment.State state, boolean isWanted) {
        DeploymentLog log = FIRST.bean(DeploymentLog.class);
        RunningBundle now = bundles.find("templates").orElseThrow();
        Clock clock = FIRST.bean(Clock.class);
        Deployment deployment = new Deployment(
                UUID.randomUUID(),
                "templates",
                content.manifest().version(),
                now.manifest().version(),
                content.digest(),
                now.digest(),
                Deployment.Cause.DEPLOY,
                OPERATOR.name(),
                "test",
                state,
                List.of(),
                clock.instant(),
                null,
                List.of());
        FIRST.bean(BundleHistory.class)
                .add(
                        new BundleVersion(
                                "templates",
                                content.manifest().version(),
                                content.digest(),
                                null,
                                clock.instant(),
                                OPERATOR.name()),
                        content);
        log.add(OPERATOR, deployment);
        if (isWanted) {
            log.want(OPERATOR, deployment);
        }
        return deployment;
    }

    private Deployment ended(UUID id) {
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> bundles.deployment(id).orElseThrow(), now -> now.state()
                        .isFinal());
    }

    /** Empty while the route is being exchanged. */
    private static String lane(CamelContext camel) {
        Route lane = camel.getRoute("hub-g22-portal");
        return lane == null ? "" : lane.getEndpoint().getEndpointUri();
    }

    private static BundleContent templates(String version, String consumers) throws IOException {
        return new BundleContent(
                BundleFolder.readBundle(Path.of("routes/templates")).files().stream()
                        .map(file -> new RouteFile(
                                file.path(),
                                file.text()
                                        .replace("version: 1.0.0", "version: " + ReleaseNumber.of(version))
                                        .replace("\"16\"", "\"" + consumers + "\""),
                                true))
                        .toList(),
                null);
    }
}
