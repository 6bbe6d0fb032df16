package vn.dancu.bus.shelf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.fixtures.HubClient;
import vn.dancu.bus.fixtures.Person;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.shelf.bundle.BundleContent;
import vn.dancu.bus.shelf.bundle.BundleFolder;
import vn.dancu.bus.shelf.bundle.ReleaseNumber;
import vn.dancu.bus.shelf.lint.RouteFile;
import vn.dancu.bus.shelf.lint.RouteFinding;
import vn.dancu.bus.shelf.lint.RouteRule;

/** A version that treats copies of live questions otherwise is refused before any lane is touched. */
class ShadowDeploymentIT {

    private static final Actor OPERATOR = new Actor("hoa.vanhanh", Set.of(Role.OPERATOR));
    private static final String HUB = "g22-portal";
    private static final String OUT = "dancu.hub." + HUB + ".out";

    private final RunningBus bus = RunningBus.shared();
    private final Bundles bundles = bus.bean(Bundles.class);

    @AfterEach
    void rollBack() {
        if (!bundles.find("templates")
                .orElseThrow()
                .manifest()
                .version()
                .toString()
                .equals("1.0.0")) {
            ended(bundles.rollBack(OPERATOR, "templates", ReleaseNumber.of("1.0.0"), "test"));
        }
    }

    @Test
    void letsThroughWhatTreatsCopiesAlikeAndRefusesTheRest() throws IOException {
        Route lane = bus.bean(CamelContext.class).getRoute("hub-" + HUB);
        try (HubClient hub = hub()) {
            hub.takeAll(OUT);
            Set<String> questions = new HashSet<>();

            Deployment wrong = shadowed(
                    "1.8.0",
                    template -> template.replaceFirst("(- unmarshal:\\s+custom:\\s+ref: population)", "$1-json"),
                    hub,
                    questions);
            assertThat(wrong.state()).as("%s", wrong).isEqualTo(Deployment.State.REFUSED);
            assertThat(wrong.findings()).extracting(RouteFinding::rule).containsExactly(RouteRule.SHADOW);
            assertThat(wrong.steps()).extracting(DeploymentStep::name).containsExactly("trial", "shadow");
            assertThat(wrong.steps().get(1).detail()).contains("compared 10, differing 10", "inquiry:refuse");
            assertThat(bus.bean(CamelContext.class).getRoute("hub-" + HUB)).isSameAs(lane);

            Deployment alike = shadowed("1.9.0", template -> template.replace("\"16\"", "\"8\""), hub, questions);
            assertThat(alike.state()).as("%s", alike).isEqualTo(Deployment.State.KEPT);
            assertThat(alike.steps().get(1).detail()).startsWith("compared 10, differing 0");

            Map<String, Set<String>> events = new HashMap<>();
            hub.takeEvents(events, questions.size());
            assertThat(events.keySet()).as("each question has its answer").isEqualTo(questions);
            assertThat(events.values()).as("and a copy none").allSatisfy(one -> assertThat(one)
                    .hasSize(1));
            assertThat(hub.takeAll(OUT)).isEmpty();
        }
    }

    private Deployment shadowed(String version, UnaryOperator<String> change, HubClient hub, Set<String> questions)
            throws IOException {
        DeploymentPlan plan = new DeploymentPlan(
                "test", new DeploymentPlan.Shadow(10, Duration.ofSeconds(30), 0), List.of(), 0, Duration.ofSeconds(1));
        Deployment open = bundles.deploy(OPERATOR, templates(version, change), plan);
        await().until(() -> {
            Deployment now = bundles.deployment(open.id()).orElseThrow();
            boolean isListening = now.steps().stream()
                    .anyMatch(step ->
                            step.name().equals("shadow") && step.outcome().equals("running"));
            if (isListening) {
                questions.add(ask(hub));
            }
            return now.state().isFinal();
        });
        return bundles.deployment(open.id()).orElseThrow();
    }

    private static BundleContent templates(String version, UnaryOperator<String> change) throws IOException {
        BundleContent content = BundleFolder.readBundle(Path.of("routes/templates"));
        return new BundleContent(
                content.files().stream()
                        .map(file -> new RouteFile(
                                file.path(),
                                file.path().equals("bundle.yaml")
                                        ? file.text().replace("version: 1.0.0", "version: " + version)
                                        : change.apply(file.text()),
                                true))
                        .toList(),
                null);
    }

    private void ended(Deployment deployment) {
        await().atMost(Duration.ofSeconds(60)).until(() -> bundles.deployment(deployment.id())
                .orElseThrow()
                .state()
                .isFinal());
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
