package vn.dancu.bus.shelf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static vn.dancu.bus.shelf.DeployedBundles.HUB;
import static vn.dancu.bus.shelf.DeployedBundles.OPERATOR;
import static vn.dancu.bus.shelf.DeployedBundles.OUT;
import static vn.dancu.bus.shelf.DeployedBundles.plan;
import static vn.dancu.bus.shelf.DeployedBundles.templates;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.fixtures.Balance;
import vn.dancu.bus.fixtures.HubClient;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.shelf.lint.RouteFinding;
import vn.dancu.bus.shelf.lint.RouteRule;

/** Versions of a running bus that go to a part of the routes first, take longer than before, or do not start. */
class BundleRollbackIT {

    private static final String OTHER = "h41-lgsp";
    private static final int QUESTIONS = 40;
    private static final int AT_A_TIME = 16;
    private static final Duration SLOW = Duration.ofSeconds(4);

    private final RunningBus bus = RunningBus.shared();
    private final DeployedBundles deployed = new DeployedBundles(bus);
    private final Bundles bundles = deployed.bundles();

    @AfterEach
    void rollBack() {
        deployed.rollBack();
    }

    @Test
    void goesToAShareOfTheRoutesFirstAndThenToAll() {
        Deployment open = bundles.deploy(
                OPERATOR, templates("1.7.0", "5"), new DeploymentPlan("test", List.of(), 50, Duration.ofMillis(600)));
        deployed.awaitStep(open, "canary");
        await().pollInterval(Duration.ofMillis(20)).until(() -> lanesAt("=5") == 1);
        Deployment ended = deployed.ended(open);

        assertThat(ended.state()).as("%s", ended).isEqualTo(Deployment.State.KEPT);
        assertThat(ended.steps())
                .extracting(DeploymentStep::name)
                .containsExactly("trial", "canary", "swap", "spread", "probation");
        assertThat(ended.steps().get(1).detail())
                .as("the same at every instance and every time")
                .isEqualTo("50 %: [hub-g22-portal]");
        assertThat(ended.steps().get(2).detail()).contains("exchanged [hub-h41-lgsp]");
        assertThat(lanesAt("=5")).isEqualTo(2);
    }

    @Test
    void refusesAPartFirstForAPartnerNoneOfWhoseRoutesChanges() {
        assertThatThrownBy(() -> bundles.deploy(
                        OPERATOR,
                        templates("1.7.1", "5"),
                        new DeploymentPlan("test", List.of(HUB, "g77-nowhere"), 0, Duration.ZERO)))
                .isInstanceOf(BusException.class)
                .hasMessageContaining("field_invalid");
        assertThat(lanesAt("=16")).isEqualTo(2);
    }

    /** The register is slow from the moment of the deployment on, which the bus cannot tell from a slow route. */
    @Test
    @EnabledIfSystemProperty(named = "test.drills", matches = "long")
    void takesBackByItselfWhatTakesLonger() {
        Map<String, Set<String>> events = new HashMap<>();
        Set<String> questions = new HashSet<>();
        try (HubClient hub = deployed.hub()) {
            hub.takeAll(OUT);
            ask(hub, questions);
            hub.takeEvents(events, questions.size());
            Deployment open = bundles.deploy(
                    OPERATOR,
                    templates("1.8.0", text -> text.replace("\"16\"", "\"" + AT_A_TIME + "\" ")),
                    plan(Duration.ofSeconds(60)));
            deployed.awaitStep(open, "probation");

            new TransactionTemplate(bus.bean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
                bus.jdbc()
                        .sql("lock table register.citizen in access exclusive mode")
                        .update();
                ask(hub, questions);
                await().pollDelay(SLOW).until(() -> inWork() >= AT_A_TIME);
            });
            Deployment ended = deployed.ended(open);

            assertThat(ended.state()).as("%s", ended).isEqualTo(Deployment.State.ROLLED_BACK);
            assertThat(ended.findings())
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.rule()).isEqualTo(RouteRule.LATENCY))
                    .satisfies(finding -> assertThat(finding.values().get(0)).startsWith("hub-g22-portal "));
            assertThat(bundles.find("templates").orElseThrow().manifest().version())
                    .hasToString("1.0.0");
            hub.takeEvents(events, questions.size());
            int more = hub.takeAll(OUT).size();
            new Balance("bundle-slower", questions.size(), events.size(), 0, 0, more).written();
            assertThat(events.keySet()).isEqualTo(questions);
            assertThat(more).as("none twice").isZero();
        }
    }

    /** Zero consumers pass every check of a file and the dry run, and no lane starts with them. */
    @Test
    void putsTheVersionBeforeBackWhenTheNewOneDoesNotStart() {
        Deployment ended = deployed.ended(bundles.deploy(OPERATOR, templates("1.9.0", "0"), plan(Duration.ZERO)));

        assertThat(ended.state()).as("%s", ended).isEqualTo(Deployment.State.FAILED);
        assertThat(ended.findings()).extracting(RouteFinding::rule).containsExactly(RouteRule.CAMEL);
        assertThat(ended.steps()).extracting(DeploymentStep::name).containsExactly("trial", "swap");
        assertThat(bundles.find("templates").orElseThrow().manifest().version()).hasToString("1.0.0");
        assertThat(bundles.find(HUB).orElseThrow().routes())
                .allSatisfy(route -> assertThat(route.started()).isTrue());
        assertThat(lanesAt("=16")).isEqualTo(2);
        try (HubClient hub = deployed.hub()) {
            assertThat(hub.answer(deployed.ask(hub)))
                    .as("the version before answers")
                    .isNotNull();
        }
    }

    private void ask(HubClient hub, Set<String> questions) {
        for (int i = 0; i < QUESTIONS; i++) {
            questions.add(deployed.ask(hub));
        }
    }

    private int inWork() {
        return bus.bean(CamelContext.class).getInflightRepository().size("hub-" + HUB);
    }

    private long lanesAt(String consumers) {
        return List.of(HUB, OTHER).stream()
                .filter(hub -> deployed.lane(hub).contains("concurrentConsumers" + consumers))
                .count();
    }
}
