package vn.dancu.bus.shelf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.fixtures.Balance;
import vn.dancu.bus.fixtures.HubClient;
import vn.dancu.bus.fixtures.Person;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.shelf.bundle.BundleContent;
import vn.dancu.bus.shelf.bundle.BundleFolder;
import vn.dancu.bus.shelf.bundle.ReleaseNumber;
import vn.dancu.bus.shelf.lint.RouteFile;
import vn.dancu.bus.shelf.lint.RouteFinding;
import vn.dancu.bus.shelf.lint.RouteRule;

/** Bundles of a running bus are exchanged under its hubs: nothing lost, nothing doubled, and what is bad goes by itself. */
class BundleDeploymentIT {

    private static final Actor OPERATOR = new Actor("hoa.vanhanh", Set.of(Role.OPERATOR));
    private static final String HUB = "g22-portal";
    private static final String OUT = "dancu.hub." + HUB + ".out";

    private final RunningBus bus = RunningBus.shared();
    private final Bundles bundles = bus.bean(Bundles.class);

    /** What other tests have left in the queue of answers. */
    @BeforeEach
    void emptyTheQueueOfAnswers() {
        try (HubClient hub = hub()) {
            hub.takeAll(OUT);
        }
    }

    /** Other tests share the bus: the shipped versions run again. */
    @AfterEach
    void rollBack() {
        for (String name : List.of("templates", "shared")) {
            RunningBundle now = bundles.find(name).orElseThrow();
            if (!now.manifest().version().toString().equals("1.0.0")) {
                ended(bundles.rollBack(OPERATOR, name, ReleaseNumber.of("1.0.0"), "test"));
            }
        }
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
        Deployment deployed = ended(bundles.deploy(
                OPERATOR, templates("1.1.0", text -> text.replace("\"16\"", "\"8\"")), plan(Duration.ofSeconds(2))));
        Deployment configured = ended(bundles.deploy(
                OPERATOR,
                bundle("shared", "1.1.0", "Failures on a hub's lane", "Failures on the lane of a hub"),
                plan(Duration.ofSeconds(1))));
        enough.set(true);
        Set<String> questions = asked.join();

        assertThat(deployed.state()).as("%s", deployed).isEqualTo(Deployment.State.KEPT);
        assertThat(deployed.steps())
                .extracting(DeploymentStep::name)
                .containsExactly("trial", "swap", "spread", "probation");
        assertThat(deployed.steps().get(1).detail()).contains("hub-g22-portal", "hub-h41-lgsp");
        assertThat(configured.state()).as("%s", configured).isEqualTo(Deployment.State.KEPT);
        assertThat(configured.steps().get(1).detail()).contains("hub-g22-portal");
        assertThat(bus.bean(CamelContext.class)
                        .getRoute("hub-g22-portal")
                        .getEndpoint()
                        .getEndpointUri())
                .contains("concurrentConsumers=8");
        Map<String, Set<String>> events = new HashMap<>();
        List<String> more;
        try (HubClient hub = hub()) {
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
        try (HubClient hub = hub()) {
            hub.takeAll("dancu.hub." + HUB + ".dlq");
            Deployment open = bundles.deploy(
                    OPERATOR, templates("1.2.0", BundleDeploymentIT::readingJsonOnly), plan(Duration.ofSeconds(60)));
            await().until(() -> bundles.deployment(open.id()).orElseThrow().state() == Deployment.State.PROBATION);
            Set<String> questions = new HashSet<>();
            for (int i = 0; i < 40; i++) {
                questions.add(ask(hub));
            }
            Deployment ended = ended(open);

            assertThat(ended.state()).isEqualTo(Deployment.State.ROLLED_BACK);
            assertThat(ended.findings()).extracting(RouteFinding::rule).contains(RouteRule.FAILURES);
            assertThat(ended.steps()).extracting(DeploymentStep::name).endsWith("probation", "rollback");
            assertThat(bundles.deployments("templates", null, 1))
                    .singleElement()
                    .extracting(Deployment::cause)
                    .isEqualTo(Deployment.Cause.SELF_ROLLBACK);
            assertThat(bundles.find("templates").orElseThrow().manifest().version())
                    .hasToString("1.0.0");
            String good = ask(hub);
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
        try (HubClient hub = hub()) {
            Deployment open = bundles.deploy(
                    OPERATOR,
                    templates("1.4.0", BundleDeploymentIT::readingJsonOnly),
                    new DeploymentPlan("test", List.of(HUB), 0, Duration.ofSeconds(60)));
            await().until(() -> bundles.deployment(open.id()).orElseThrow().state() == Deployment.State.CANARY
                    && !bundles.deployment(open.id()).orElseThrow().steps().isEmpty());
            Map<String, Set<String>> answers = new HashMap<>();
            int asked = 0;
            while (!bundles.deployment(open.id()).orElseThrow().state().isFinal()) {
                ask(hub);
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
        assertThat(bus.bean(CamelContext.class)
                        .getRoute("hub-g22-portal")
                        .getEndpoint()
                        .getEndpointUri())
                .contains("concurrentConsumers=16");
    }

    private Set<RouteRule> refused(BundleContent content) {
        Deployment refused = bundles.deploy(OPERATOR, content, DeploymentPlan.of("test"));
        assertThat(refused.state()).isEqualTo(Deployment.State.REFUSED);
        return new HashSet<>(refused.findings().stream().map(RouteFinding::rule).toList());
    }

    private Deployment ended(Deployment deployment) {
        return await().atMost(Duration.ofSeconds(60))
                .until(() -> bundles.deployment(deployment.id()).orElseThrow(), now -> now.state()
                        .isFinal());
    }

    /** Right by every rule, and wrong for hubs that ask in XML. */
    private static String readingJsonOnly(String template) {
        return template.replaceFirst("(- unmarshal:\\s+custom:\\s+ref: population)", "$1-json");
    }

    private static DeploymentPlan plan(Duration probation) {
        return new DeploymentPlan("test", List.of(), 0, probation);
    }

    private static BundleContent templates(String version, UnaryOperator<String> change) throws IOException {
        return shipped("templates", version, (path, text) -> path.equals("bundle.yaml") ? text : change.apply(text));
    }

    private static BundleContent bundle(String name, String version, String from, String to) throws IOException {
        return shipped(name, version, (path, text) -> text.replace(from, to));
    }

    private static BundleContent shipped(String name, String version, BinaryOperator<String> change)
            throws IOException {
        BundleContent content = BundleFolder.readBundle(Path.of("routes", name));
        return new BundleContent(
                content.files().stream()
                        .map(file -> new RouteFile(
                                file.path(),
                                change.apply(file.path(), file.text()).replace("version: 1.0.0", "version: " + version),
                                true))
                        .toList(),
                null);
    }

    private Set<String> askUntil(AtomicBoolean enough) {
        Set<String> questions = new HashSet<>();
        try (HubClient hub = hub()) {
            while (!enough.get()) {
                questions.add(ask(hub));
            }
        }
        return questions;
    }

    private String ask(HubClient hub) {
        Person person = bus.anybody();
        String id = UUID.randomUUID().toString();
        String question =
                """
                <d:TraCuuThongTinCongDan xmlns:d="http://dancuquocgia.bca"><d:MaYeuCau>%s</d:MaYeuCau>
                <d:MaDVC>1.001193</d:MaDVC><d:MaTichHop>037</d:MaTichHop><d:MaCanBo>canbo01</d:MaCanBo>
                <d:SoDinhDanh>%s</d:SoDinhDanh><d:HoVaTen>%s</d:HoVaTen>
                <d:NgayThangNamSinh><d:NgayThangNam>%s</d:NgayThangNam></d:NgayThangNamSinh>
                </d:TraCuuThongTinCongDan>"""
                        .formatted(id, person.soDinhDanh(), person.hoVaTen(), person.compactBirthDate());
        hub.send(question.getBytes(StandardCharsets.UTF_8), true, id);
        return id;
    }

    private HubClient hub() {
        return new HubClient(bus.ports().artemis(), HUB, "sandbox-g22");
    }
}
