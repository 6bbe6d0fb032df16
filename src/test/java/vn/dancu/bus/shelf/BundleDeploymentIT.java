package vn.dancu.bus.shelf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static vn.dancu.bus.shelf.DeployedBundles.HUB;
import static vn.dancu.bus.shelf.DeployedBundles.OPERATOR;
import static vn.dancu.bus.shelf.DeployedBundles.OUT;
import static vn.dancu.bus.shelf.DeployedBundles.plan;
import static vn.dancu.bus.shelf.DeployedBundles.shipped;
import static vn.dancu.bus.shelf.DeployedBundles.templates;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.fixtures.Balance;
import vn.dancu.bus.fixtures.HubClient;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.shelf.bundle.BundleContent;
import vn.dancu.bus.shelf.lint.RouteFile;
import vn.dancu.bus.shelf.lint.RouteFinding;
import vn.dancu.bus.shelf.lint.RouteRule;

/** Bundles of a running bus are exchanged under its hubs: nothing lost, nothing doubled, and what is bad goes by itself. */
class BundleDeploymentIT {

    private final RunningBus bus = RunningBus.shared();
    private final DeployedBundles deployed = new DeployedBundles(bus);
    private final Bundles bundles = deployed.bundles();

    /** What other tests have left in the queue of answers. */
    @BeforeEach
    void emptyTheQueueOfAnswers() {
        try (HubClient hub = deployed.hub()) {
            hub.takeAll(OUT);
        }
    }

    @AfterEach
    void rollBack() {
        deployed.rollBack();
    }

    @Test
    void takesTheFoldersOfThePackageAtTheFirstStart() {
        assertThat(bundles.running())
                .extracting(bundle -> bundle.manifest().name())
                .contains("shared", "templates", "document", "g22-portal", "h41-lgsp");
        assertThat(bundles.find(HUB).orElseThrow().routes())
                .singleElement()
                .satisfies(route -> assertThat(route.started()).isTrue());
        assertThat(bundles.deployments("templates", null, 100))
                .last()
                .extracting(Deployment::cause)
                .isEqualTo(Deployment.Cause.FIRST_START);
    }

    @Test
    void changesATemplateUnderItsLanesWhileQuestionsFlow() throws IOException {
        AtomicBoolean enough = new AtomicBoolean();
        CompletableFuture<Set<String>> asked = CompletableFuture.supplyAsync(() -> askUntil(enough));
        Deployment changed = ended(bundles.deploy(
                OPERATOR, templates("1.1.0", text -> text.replace("\"16\"", "\"8\"")), plan(Duration.ofSeconds(2))));
        Deployment configured = ended(bundles.deploy(
                OPERATOR,
                bundle("shared", "1.1.0", "Failures on a hub's lane", "Failures on the lane of a hub"),
                plan(Duration.ofSeconds(1))));
        enough.set(true);
        Set<String> questions = asked.join();

        assertThat(changed.state()).as("%s", changed).isEqualTo(Deployment.State.KEPT);
        assertThat(changed.steps())
                .extracting(DeploymentStep::name)
                .containsExactly("trial", "swap", "spread", "probation");
        assertThat(changed.steps().get(1).detail()).contains("hub-g22-portal", "hub-h41-lgsp");
        assertThat(configured.state()).as("%s", configured).isEqualTo(Deployment.State.KEPT);
        assertThat(configured.steps().get(1).detail()).contains("hub-g22-portal");
        assertThat(deployed.lane(HUB)).contains("concurrentConsumers=8");
        Map<String, Set<String>> events = new HashMap<>();
        List<String> more;
        try (HubClient hub = deployed.hub()) {
            hub.takeEvents(events, questions.size());
            more = hub.takeAll(OUT);
        }
        long lost = questions.stream().filter(each -> !events.containsKey(each)).count();
        long doubled = more.size()
                + events.values().stream().filter(each -> each.size() > 1).count();
        Balance balance = new Balance("template-changed", questions.size(), events.size(), 0, lost, doubled).written();
        assertThat(events.keySet()).isEqualTo(questions);
        assertThat(balance.doubled()).as("one answer a question, %s", balance).isZero();
    }

    @Test
    void takesBackByItselfWhatFailsAtRunTime() throws IOException {
        try (HubClient hub = deployed.hub()) {
            hub.takeAll("dancu.hub." + HUB + ".dlq");
            Deployment open = bundles.deploy(
                    OPERATOR, templates("1.2.0", DeployedBundles::readingJsonOnly), plan(Duration.ofSeconds(60)));
            await().until(() -> bundles.deployment(open.id()).orElseThrow().state() == Deployment.State.PROBATION);
            Set<String> questions = new HashSet<>();
            for (int i = 0; i < 40; i++) {
                questions.add(deployed.ask(hub));
            }
            Deployment ended = ended(open);

            assertThat(ended.state()).isEqualTo(Deployment.State.ROLLED_BACK);
            assertThat(ended.findings()).extracting(RouteFinding::rule).contains(RouteRule.FAILURES);
            assertThat(ended.steps()).extracting(DeploymentStep::name).endsWith("probation", "rollback");
            await().untilAsserted(() -> assertThat(bundles.deployments("templates", null, 1))
                    .singleElement()
                    .extracting(Deployment::cause)
                    .isEqualTo(Deployment.Cause.SELF_ROLLBACK));
            assertThat(bundles.find("templates").orElseThrow().manifest().version())
                    .hasToString("1.0.0");
            String good = deployed.ask(hub);
            assertThat(hub.answer(good)).as("the version before answers").isNotNull();
            Map<String, Set<String>> refused = new HashMap<>();
            hub.takeEvents(refused, questions.size());
            assertThat(refused.keySet()).as("none lost").isEqualTo(questions);
            int more = hub.takeAll(OUT).size();
            new Balance("bundle-goes-bad", questions.size(), 0, refused.size(), 0, more).written();
            assertThat(more).as("none twice").isZero();
        }
    }

    @Test
    void showsABadVersionToOnePartnerFirst() throws IOException {
        Route other = bus.bean(CamelContext.class).getRoute("hub-h41-lgsp");
        try (HubClient hub = deployed.hub()) {
            Deployment open = bundles.deploy(
                    OPERATOR,
                    templates("1.4.0", DeployedBundles::readingJsonOnly),
                    new DeploymentPlan("test", List.of(HUB), 0, Duration.ofSeconds(60)));
            await().until(() -> bundles.deployment(open.id()).orElseThrow().state() == Deployment.State.CANARY
                    && !bundles.deployment(open.id()).orElseThrow().steps().isEmpty());
            Map<String, Set<String>> answers = new HashMap<>();
            int asked = 0;
            while (!bundles.deployment(open.id()).orElseThrow().state().isFinal()) {
                deployed.ask(hub);
                asked++;
            }
            Deployment ended = ended(open);

            assertThat(ended.state()).as("%s", ended).isEqualTo(Deployment.State.ROLLED_BACK);
            assertThat(ended.steps()).extracting(DeploymentStep::name).containsExactly("trial", "canary", "rollback");
            assertThat(bus.bean(CamelContext.class).getRoute("hub-h41-lgsp"))
                    .as("the lane of another partner was never touched")
                    .isSameAs(other);
            hub.takeEvents(answers, asked);
            assertThat(answers)
                    .as("each question has its answer or its refusal")
                    .hasSize(asked);
        }
    }

    @Test
    void refusesWhatIsWrongAndChangesNothing() throws IOException {
        String before = bundles.find("templates").orElseThrow().digest();
        assertThat(refused(templates("0.9.0", text -> text + "\n"))).contains(RouteRule.VERSION_OLDER);
        assertThat(refused(templates("1.0.0", text -> text + "\n"))).contains(RouteRule.VERSION_TAKEN);
        assertThat(refused(templates("2.0.0", text -> text.replace("- bean:", "- script:"))))
                .contains(RouteRule.KEY_UNKNOWN);
        assertThat(refused(templates("2.0.0", text -> text.replace("ref: gateway", "ref: missing"))))
                .contains(RouteRule.CALL);
        assertThat(refused(templates(
                        "2.0.0",
                        text -> text.replace("routeConfigurationId: hub-errors", "routeConfigurationId: no-errors"))))
                .contains(RouteRule.CONFIGURATION_UNKNOWN);
        assertThat(refused(templates("2.0.0", text -> text.substring(0, text.length() / 2))))
                .as("half a file")
                .isNotEmpty();
        BundleContent whole = shipped("shared", "2.0.0", (path, text) -> text);
        BundleContent half = new BundleContent(
                whole.files().stream()
                        .filter(file -> !file.path().startsWith("hub-refusal."))
                        .toList(),
                null);
        assertThat(refused(half)).contains(RouteRule.BUNDLE_FILE_MISSING);
        assertThat(bundles.find("templates").orElseThrow().digest()).isEqualTo(before);

        BundleContent twin = twin();
        assertThat(refused(twin)).as("an id that another bundle has").contains(RouteRule.ID_TWICE);

        Deployment same = bundles.deploy(
                OPERATOR, shipped("templates", "1.0.0", (path, text) -> text), DeploymentPlan.of("the same again"));
        assertThat(same.state()).isEqualTo(Deployment.State.UNCHANGED);
    }

    /** Another bundle with a file of {@code shared}. */
    private static BundleContent twin() throws IOException {
        return new BundleContent(
                List.of(
                        new RouteFile(
                                "bundle.yaml",
                                """
                                name: twin
                                version: 1.0.0
                                owner: Nobody
                                zone: test
                                description: {vi: Thử, en: Test}
                                files: [hub-refusal.camel.yaml]
                                """,
                                true),
                        new RouteFile(
                                "hub-refusal.camel.yaml",
                                Files.readString(Path.of("routes/shared/hub-refusal.camel.yaml")),
                                true)),
                null);
    }

    @Test
    void letsOneDeploymentRunAtATimeAndRollsBackTheOpenOneOnDemand() throws IOException {
        Deployment first = bundles.deploy(
                OPERATOR, templates("1.3.0", text -> text.replace("\"16\"", "\"4\"")), plan(Duration.ofSeconds(60)));
        assertThatThrownBy(() ->
                        bundles.deploy(OPERATOR, shipped("shared", "1.3.0", (path, text) -> text), plan(Duration.ZERO)))
                .isInstanceOf(BusException.class)
                .hasMessageContaining("move_not_allowed");
        await().until(() -> bundles.deployment(first.id()).orElseThrow().state() == Deployment.State.PROBATION);

        bundles.rollBack(OPERATOR, "templates", null, "not what I meant");

        assertThat(ended(first).state()).isEqualTo(Deployment.State.ROLLED_BACK);
        assertThat(deployed.lane(HUB)).contains("concurrentConsumers=16");
    }

    private Set<RouteRule> refused(BundleContent content) {
        Deployment refused = bundles.deploy(OPERATOR, content, DeploymentPlan.of("test"));
        assertThat(refused.state()).isEqualTo(Deployment.State.REFUSED);
        return new HashSet<>(refused.findings().stream().map(RouteFinding::rule).toList());
    }

    private Deployment ended(Deployment deployment) {
        return deployed.ended(deployment);
    }

    private static BundleContent bundle(String name, String version, String from, String to) {
        return shipped(name, version, (path, text) -> text.replace(from, to));
    }

    private Set<String> askUntil(AtomicBoolean enough) {
        Set<String> questions = new HashSet<>();
        try (HubClient hub = deployed.hub()) {
            while (!enough.get()) {
                questions.add(deployed.ask(hub));
            }
        }
        return questions;
    }
}
