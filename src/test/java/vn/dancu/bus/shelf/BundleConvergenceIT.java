package vn.dancu.bus.shelf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.dancu.bus.shelf.DeployedBundles.HUB;
import static vn.dancu.bus.shelf.DeployedBundles.OPERATOR;
import static vn.dancu.bus.shelf.DeployedBundles.OUT;
import static vn.dancu.bus.shelf.DeployedBundles.lane;
import static vn.dancu.bus.shelf.DeployedBundles.templates;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.fixtures.HubClient;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.fixtures.SecondInstance;
import vn.dancu.bus.shelf.bundle.BundleContent;
import vn.dancu.bus.shelf.history.BundleHistory;
import vn.dancu.bus.shelf.history.DeploymentLog;
import vn.dancu.bus.shelf.lint.RouteFinding;
import vn.dancu.bus.shelf.lint.RouteRule;

/** Two instances run the same versions, whichever was asked, and what a process leaves behind that dies is taken back. */
class BundleConvergenceIT {

    private static final Duration IN_TIME = Duration.ofSeconds(5);

    private static final RunningBus FIRST = RunningBus.shared();
    private static final DeployedBundles DEPLOYED = new DeployedBundles(FIRST);

    /** It judges sooner than the first one, and has less patience. */
    private static final SecondInstance SECOND = SecondInstance.beside(
            FIRST, "--dancu.routes.unsigned=true", "--dancu.routes.probation-messages=2", "--dancu.routes.drain=2s");

    private static final List<CamelContext> CAMELS =
            List.of(FIRST.bean(CamelContext.class), SECOND.bean(CamelContext.class));
    private static final int ENOUGH_FOR_THE_FIRST = 20;

    private final Bundles bundles = DEPLOYED.bundles();

    @AfterAll
    static void stop() {
        SECOND.close();
    }

    @AfterEach
    void rollBack() {
        DEPLOYED.rollBack();
    }

    /** The other one, too, runs it on the lanes of that partner only, and its objection takes it back on both. */
    @Test
    void showsAVersionToOnePartnerFirstOnEveryInstanceAndTakesItBackOnAll() {
        Deployment open = bundles.deploy(
                OPERATOR, badAndSlow("1.7.5"), new DeploymentPlan("test", List.of(HUB), 0, Duration.ofSeconds(60)));
        await().until(() -> DEPLOYED.now(open).state() == Deployment.State.CANARY);
        await().atMost(IN_TIME).untilAsserted(() -> assertLanes(HUB, "3"));
        assertLanes("h41-lgsp", "16");
        await().atMost(IN_TIME).untilAsserted(() -> assertThat(
                        bundles.find("templates").orElseThrow().instances())
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(instance -> assertThat(instance.version()).isEqualTo("1.0.0"))
                .allSatisfy(instance -> assertThat(instance.canary()).isEqualTo("1.7.5")));

        Deployment ended = askedUntilEnded(open);

        assertObjectedByTheSecond(ended);
        assertThat(ended.steps()).extracting(DeploymentStep::name).containsExactly("trial", "canary", "rollback");
        assertLanes(HUB, "16");
        assertLanes("h41-lgsp", "16");
    }

    @Test
    void takesAVersionBackEverywhereWhenTheOtherInstanceObjects() {
        Deployment open = bundles.deploy(OPERATOR, badAndSlow("1.7.6"), DeployedBundles.plan(Duration.ofSeconds(60)));
        DEPLOYED.awaitStep(open, "probation");
        assertLanes(HUB, "3");

        Deployment ended = askedUntilEnded(open);

        assertObjectedByTheSecond(ended);
        assertThat(bundles.find("templates").orElseThrow().manifest().version()).hasToString("1.0.0");
        assertThat(bundles.find("templates").orElseThrow().instances())
                .allSatisfy(instance -> assertThat(instance.version()).isEqualTo("1.0.0"));
        assertLanes(HUB, "16");
    }

    /** A message that hangs there does not keep the version alive: it goes back to the queue and is answered, once. */
    @Test
    void cutsOffWhatDoesNotEndAtTheOtherInstanceWhileAVersionIsTakenBack() throws SQLException {
        Deployment open =
                bundles.deploy(OPERATOR, templates("1.7.7", "3"), DeployedBundles.plan(Duration.ofSeconds(60)));
        DEPLOYED.awaitStep(open, "probation");
        Map<String, Set<String>> answers = new HashMap<>();
        Set<String> questions = new HashSet<>();
        try (HubClient hub = DEPLOYED.hub()) {
            hub.takeAll(OUT);
            try (Connection slow = FIRST.bean(DataSource.class).getConnection();
                    Statement statement = slow.createStatement()) {
                slow.setAutoCommit(false);
                statement.execute("lock table register.citizen in access exclusive mode");
                for (int i = 0; i < ENOUGH_FOR_THE_FIRST; i++) {
                    questions.add(DEPLOYED.ask(hub));
                }
                await().until(() ->
                        SECOND.bean(CamelContext.class).getInflightRepository().size("hub-" + HUB) > 0);

                bundles.rollBack(OPERATOR, "templates", null, "it hangs");

                await().atMost(IN_TIME).until(() -> lane(CAMELS.get(1), HUB).contains("concurrentConsumers=16"));
                slow.rollback();
            }
            assertThat(DEPLOYED.ended(open).state()).isEqualTo(Deployment.State.ROLLED_BACK);
            assertLanes(HUB, "16");
            hub.takeEvents(answers, questions.size());
            assertThat(answers.keySet()).isEqualTo(questions);
            assertThat(hub.takeAll(OUT)).as("none twice").isEmpty();
        }
    }

    @Test
    void followsTheOtherInstanceWithinFiveSecondsThereAndBack() {
        Deployment open = SECOND.bean(Bundles.class)
                .deploy(
                        OPERATOR,
                        templates("1.5.0", "4"),
                        new DeploymentPlan("test", List.of(), 0, Duration.ofSeconds(1)));
        await().until(() -> bundles.deployment(open.id()).orElseThrow().state() == Deployment.State.PROBATION);
        await().atMost(IN_TIME)
                .untilAsserted(() -> assertThat(lane(CAMELS.get(0), HUB)).contains("=4"));

        assertThat(DEPLOYED.ended(open).state()).isEqualTo(Deployment.State.KEPT);
        assertThat(bundles.find("templates").orElseThrow().instances())
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(instance -> assertThat(instance.version()).isEqualTo("1.5.0"));

        Deployment back = bundles.rollBack(OPERATOR, "templates", null, "test");
        assertThat(DEPLOYED.ended(back).state()).isEqualTo(Deployment.State.KEPT);
        await().atMost(IN_TIME)
                .untilAsserted(() -> assertThat(lane(CAMELS.get(1), HUB)).contains("=16"));
    }

    /** As a process leaves it that is killed while it watches, and while it exchanges routes. */
    @Test
    void takesBackWhatAKilledProcessLeavesOpen() {
        BundleContent content = templates("1.6.0", "2");
        Deployment watched = left(content, Deployment.State.PROBATION, true);

        Deployment ended = DEPLOYED.ended(watched);
        assertThat(ended.state()).isEqualTo(Deployment.State.ROLLED_BACK);
        assertThat(ended.findings()).extracting(RouteFinding::rule).containsExactly(RouteRule.INTERRUPTED);
        assertThat(bundles.find("templates").orElseThrow().manifest().version()).hasToString("1.0.0");
        await().atMost(IN_TIME)
                .untilAsserted(() -> assertThat(lane(CAMELS.get(0), HUB)).contains("=16"));

        Deployment swapping = left(content, Deployment.State.SWAPPING, false);
        assertThat(DEPLOYED.ended(swapping).state()).isEqualTo(Deployment.State.FAILED);
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

    private static BundleContent badAndSlow(String version) {
        return templates(version, text -> DeployedBundles.readingJsonOnly(text).replace("\"16\"", "\"3\""));
    }

    /** Asks until the deployment is over; fewer questions than the first instance takes to judge by itself. */
    private Deployment askedUntilEnded(Deployment open) {
        Map<String, Set<String>> answers = new HashMap<>();
        try (HubClient hub = DEPLOYED.hub()) {
            hub.takeAll(OUT);
            for (int asked = 1; !DEPLOYED.now(open).state().isFinal() && asked < ENOUGH_FOR_THE_FIRST; asked++) {
                DEPLOYED.ask(hub);
                hub.takeEvents(answers, asked);
            }
            Deployment ended = DEPLOYED.ended(open);
            assertThat(hub.takeAll(OUT))
                    .as("each question has one answer or refusal")
                    .isEmpty();
            return ended;
        }
    }

    private static void assertObjectedByTheSecond(Deployment ended) {
        assertThat(ended.state()).as("%s", ended).isEqualTo(Deployment.State.ROLLED_BACK);
        assertThat(ended.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(RouteRule.INSTANCE);
            assertThat(finding.values()).singleElement().asString().endsWith(" failures");
        });
    }

    private static void assertLanes(String hub, String consumers) {
        for (CamelContext camel : CAMELS) {
            assertThat(lane(camel, hub)).contains("concurrentConsumers=" + consumers);
        }
    }
}
