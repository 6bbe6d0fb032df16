package vn.dancu.bus.desk.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.fixtures.ConsoleReader;
import vn.dancu.bus.fixtures.ConsoleReader.Both;
import vn.dancu.bus.fixtures.Desk;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.shelf.Bundles;
import vn.dancu.bus.shelf.Deployment;
import vn.dancu.bus.shelf.DeploymentPlan;
import vn.dancu.bus.shelf.bundle.BundleContent;
import vn.dancu.bus.shelf.bundle.BundleFolder;
import vn.dancu.bus.shelf.lint.RouteFile;

/** Deployments at the console, in both languages: one under watch that is rolled back there, and one with findings. */
class ConsoleDeploymentIT {

    private static final Actor OFFICER = new Actor("hoa.vanhanh", Set.of(Role.OPERATOR));
    private static final String SHIPPED = "1.0.0";
    private static final String CHANGED = "1.50.0";

    private final RunningBus bus = RunningBus.shared();
    private final Bundles bundles = bus.bean(Bundles.class);
    private final ConsoleReader operator = ConsoleReader.signedIn(bus.ports().http(), Desk.Sandbox.OPERATOR);

    @Test
    void showsADeploymentUnderWatchAndTakesItBack() throws IOException {
        Deployment open = bundles.deploy(
                OFFICER,
                shared(CHANGED),
                new DeploymentPlan("câu chữ \"rõ hơn\"", List.of(), 0, Duration.ofSeconds(60)));
        String path = "/desk/deployments/" + open.id();
        try {
            operator.read(path);
            await().atMost(Duration.ofSeconds(30)).until(() -> state(open.id()) == Deployment.State.PROBATION);
            Both watched = operator.read(path);
            assertThat(watched.vi())
                    .contains(
                            "Đang theo dõi", "câu chữ &quot;rõ hơn&quot;", "Thay thế tuyến", "data-opens=\"rollback\"")
                    .contains("hx-get=\"" + path + "\"", SHIPPED);
            assertThat(watched.en()).contains("Being watched", "Routes are replaced", "under way");
            Both changed = operator.read("/desk/routes/shared/versions/" + SHIPPED);
            assertThat(changed.vi()).contains("Đang chạy phiên bản " + CHANGED, "class=\"comes\"", "class=\"goes\"");
            assertThat(changed.en()).contains("Failures on a hub&#39;s lane", "Failures on the lane of a hub");
            assertThat(operator.read("/desk/routes/shared/versions/" + CHANGED).vi())
                    .contains("Phiên bản này đang chạy.")
                    .doesNotContain("data-opens=\"again\"");

            String back = operator.follow(
                    watched.vi(), "/desk/routes/shared/rollback", Map.of("reason", "thử quay về từ trang quản trị"));
            UUID last = UUID.fromString(back.substring(back.lastIndexOf('/') + 1));
            await().atMost(Duration.ofSeconds(30)).until(() -> state(last).isFinal());
            Both ended = operator.read(path);
            assertThat(ended.vi()).contains("Đã quay về bản cũ").doesNotContain("data-opens=\"rollback\"", "hx-get");
            assertThat(ended.en()).contains(">Rolled back<");
            assertThat(operator.read("/desk").vi()).contains(path, "Triển khai đã quay về bản cũ");
            assertThat(operator.read(back).vi()).contains("shared");
            assertThat(operator.read("/desk/routes/shared").vi()).contains(path, SHIPPED, CHANGED);
            assertThat(operator.read("/desk/routes/shared/versions/" + CHANGED).en())
                    .contains("data-opens=\"again\"", "class=\"comes\"");
        } finally {
            takeBack();
        }
    }

    @Test
    void showsWhatIsWrongWithARefusedDeployment() throws IOException {
        Deployment refused = bundles.deploy(OFFICER, shared("0.5.0"), DeploymentPlan.of("bản cũ hơn"));

        Both shown = operator.read("/desk/deployments/" + refused.id());
        assertThat(shown.vi())
                .contains("Bị từ chối", "Những chỗ sai", "bundle.yaml", "dòng 1", "Đặt phiên bản cao hơn")
                .doesNotContain("data-opens=\"rollback\"");
        assertThat(shown.en()).contains(">Refused<", "Give the bundle a higher version");
        assertThat(operator.read("/desk/deployments?bundle=shared").en()).contains("bản cũ hơn", ">Refused<");
        assertThat(operator.read("/desk/deployments?bundle=document").vi())
                .as("a list has a table or says that there is nothing")
                .containsAnyOf("<table", "class=\"empty\"");
    }

    private Deployment.State state(UUID deployment) {
        return bundles.deployment(deployment).orElseThrow().state();
    }

    /** Other tests share the bus: the shipped version runs again. */
    private void takeBack() {
        if (!bundles.find("shared")
                .orElseThrow()
                .manifest()
                .version()
                .toString()
                .equals(SHIPPED)) {
            Deployment back = bundles.rollBack(OFFICER, "shared", null, "test");
            await().atMost(Duration.ofSeconds(30)).until(() -> state(back.id()).isFinal());
        }
    }

    private static BundleContent shared(String version) throws IOException {
        BundleContent content = BundleFolder.readBundle(Path.of("routes", "shared"));
        return new BundleContent(
                content.files().stream()
                        .map(file -> new RouteFile(
                                file.path(),
                                file.text()
                                        .replace("Failures on a hub's lane", "Failures on the lane of a hub")
                                        .replace("version: " + SHIPPED, "version: " + version),
                                true))
                        .toList(),
                null);
    }
}
