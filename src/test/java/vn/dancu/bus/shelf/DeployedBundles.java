package vn.dancu.bus.shelf;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import vn.dancu.bus.fixtures.HubClient;
import vn.dancu.bus.fixtures.Person;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.shelf.bundle.BundleContent;
import vn.dancu.bus.shelf.bundle.BundleFolder;
import vn.dancu.bus.shelf.bundle.ReleaseNumber;
import vn.dancu.bus.shelf.lint.RouteFile;

/** Versions of the shipped bundles, an operator who deploys them, and a hub that asks meanwhile. */
record DeployedBundles(RunningBus bus) {

    static final Actor OPERATOR = new Actor("hoa.vanhanh", Set.of(Role.OPERATOR));
    static final String HUB = "g22-portal";
    static final String OUT = "dancu.hub." + HUB + ".out";

    Bundles bundles() {
        return bus.bean(Bundles.class);
    }

    /** Other tests share the bus: the shipped versions run again. */
    void rollBack() {
        for (String name : List.of("templates", "shared")) {
            RunningBundle now = bundles().find(name).orElseThrow();
            if (!now.manifest().version().toString().equals("1.0.0")) {
                ended(bundles().rollBack(OPERATOR, name, ReleaseNumber.of("1.0.0"), "test"));
            }
        }
    }

    Deployment ended(Deployment deployment) {
        return await().atMost(Duration.ofSeconds(60))
                .until(() -> now(deployment), now -> now.state().isFinal());
    }

    Deployment now(Deployment deployment) {
        return bundles().deployment(deployment.id()).orElseThrow();
    }

    /** Waits until a step of that name has begun. */
    void awaitStep(Deployment deployment, String step) {
        await().pollInterval(Duration.ofMillis(20)).until(() -> now(deployment).steps().stream()
                .anyMatch(each -> each.name().equals(step)));
    }

    static DeploymentPlan plan(Duration probation) {
        return new DeploymentPlan("test", List.of(), 0, probation);
    }

    static BundleContent templates(String version, UnaryOperator<String> change) {
        return shipped("templates", version, (path, text) -> path.equals("bundle.yaml") ? text : change.apply(text));
    }

    /** The template with that many consumers a lane in place of 16. */
    static BundleContent templates(String version, String consumers) {
        return templates(version, text -> text.replace("\"16\"", "\"" + consumers + "\""));
    }

    static BundleContent shipped(String name, String version, BinaryOperator<String> change) {
        try {
            return new BundleContent(
                    BundleFolder.readBundle(Path.of("routes", name)).files().stream()
                            .map(file -> new RouteFile(
                                    file.path(),
                                    change.apply(file.path(), file.text())
                                            .replace("version: 1.0.0", "version: " + version),
                                    true))
                            .toList(),
                    null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Right by every rule, and wrong for hubs that ask in XML. */
    static String readingJsonOnly(String template) {
        return template.replaceFirst("(- unmarshal:\\s+custom:\\s+ref: population)", "$1-json");
    }

    /** Where the lane of a hub takes its questions from; empty while it is being exchanged. */
    static String lane(CamelContext camel, String hub) {
        Route lane = camel.getRoute("hub-" + hub);
        return lane == null ? "" : lane.getEndpoint().getEndpointUri();
    }

    String lane(String hub) {
        return lane(bus.bean(CamelContext.class), hub);
    }

    HubClient hub() {
        return new HubClient(bus.ports().artemis(), HUB, "sandbox-g22");
    }

    String ask(HubClient hub) {
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
}
