package vn.dancu.bus.desk.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.fixtures.ConsoleVisitor;
import vn.dancu.bus.fixtures.Desk;
import vn.dancu.bus.fixtures.HubClient;
import vn.dancu.bus.fixtures.HubQuestions;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.shelf.Bundles;
import vn.dancu.bus.shelf.RouteStep;

/** What an operator does with routes and with dead letters at the console. */
class ConsoleRoutesIT {

    private static int port;

    @BeforeAll
    static void start() {
        port = RunningBus.shared().ports().http();
    }

    @Test
    void showsTheStepsOfARouteAsItRuns() {
        ConsoleVisitor operator = ConsoleVisitor.signedIn(port, Desk.Sandbox.OPERATOR);

        assertThat(operator.get("/desk/routes/h41-lgsp/routes/hub-h41-lgsp").body())
                .contains("jms:queue:dancu.hub.h41-lgsp.in", "inquiry:ask", "Nhận từ", "Gửi đến");
        assertThat(operator.get("/desk/routes/h41-lgsp/routes/no-such-route").status())
                .isEqualTo(404);
    }

    @Test
    void countsWhatPassesEachStep() {
        RunningBus bus = RunningBus.shared();
        RouteStep before = asks(bus);
        String id = UUID.randomUUID().toString();
        try (HubClient hub = new HubClient(bus.ports().artemis(), "h41-lgsp", "sandbox-h41")) {
            HubQuestions.send(hub, bus.anybody(), id);
            assertThat(hub.answer(id)).isNotNull();
        }

        Awaitility.await().untilAsserted(() -> assertThat(asks(bus).exchanges()).isGreaterThan(before.exchanges()));
        assertThat(asks(bus).meanMicros()).isPositive();
        assertThat(bus.bean(Bundles.class).steps("hub-h41-lgsp"))
                .filteredOn(step -> step.depth() == 0 && step.kind().equals("to"))
                .allSatisfy(step -> assertThat(step.exchanges()).isPositive());
        assertThat(ConsoleVisitor.signedIn(port, Desk.Sandbox.OPERATOR)
                        .get("/desk/routes/h41-lgsp/routes/hub-h41-lgsp")
                        .body())
                .contains(asks(bus).exchanges() + " thông điệp");
    }

    private static RouteStep asks(RunningBus bus) {
        return bus.bean(Bundles.class).steps("hub-h41-lgsp").stream()
                .filter(step -> step.label().contains("inquiry:ask"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void checksAnUploadAndDeploysIt() {
        ConsoleVisitor operator = ConsoleVisitor.signedIn(port, Desk.Sandbox.OPERATOR);
        operator.get("/desk/deploy");
        String running = upload(bundle("templates", Map.of()));

        assertThat(operator.postJson("/desk/deploy/check", "{\"archive\":\"" + running + "\"}")
                        .body())
                .contains("data-opens=\"deploy\"", "Không tệp nào khác");
        ConsoleVisitor.Page begun = operator.postJson(
                "/desk/deploy", "{\"archive\":\"" + running + "\",\"reason\":\"Thử triển khai từ trang quản trị\"}");

        assertThat(begun.location()).startsWith("/desk/deployments/");
        Awaitility.await()
                .untilAsserted(() -> assertThat(operator.get(begun.location()).body())
                        .contains("Thử triển khai từ trang quản trị", "Không có gì khác"));
    }

    @Test
    void saysWithFileAndLineWhatIsWrongWithAnUpload() {
        ConsoleVisitor operator = ConsoleVisitor.signedIn(port, Desk.Sandbox.OPERATOR);
        operator.get("/desk/deploy");
        String wrong =
                upload(bundle("templates", Map.of("hub-queue.camel.yaml", "- route:\n    id: khac\n    nope: 1\n")));

        assertThat(operator.postJson("/desk/deploy/check", "{\"archive\":\"" + wrong + "\"}")
                        .body())
                .contains("Gói chưa dùng được", "hub-queue.camel.yaml", "dòng ")
                .doesNotContain("data-opens=\"deploy\"");
        assertThat(operator.postJson("/desk/deploy/check", "{\"archive\":\"AAAA\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void letsNobodyButAnOperatorDeploy() {
        ConsoleVisitor inspector = ConsoleVisitor.signedIn(port, Desk.Sandbox.INSPECTOR);

        assertThat(inspector.get("/desk/routes/h41-lgsp").status()).isEqualTo(200);
        assertThat(inspector.get("/desk/deploy").status()).isEqualTo(403);
        assertThat(inspector
                        .postJson("/desk/deploy", "{\"archive\":\"AAAA\",\"reason\":\"x\"}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void saysByCodeWhyNothingCanBeReplayed() {
        ConsoleVisitor operator = ConsoleVisitor.signedIn(port, Desk.Sandbox.OPERATOR);
        operator.get("/desk/dead-letters?kind=question&partner=h41-lgsp");

        assertThat(operator.post("/desk/replays/preview", Map.of("_page", "/desk/dead-letters"))
                        .location())
                .isEqualTo("/desk/dead-letters");
        assertThat(operator.get("/desk/dead-letters").body()).contains("role=\"alert\"", "<code>letters</code>");
        assertThat(operator.post(
                                "/desk/replays/preview",
                                Map.of(
                                        "answered", "true",
                                        "partner", "h98-han-muc",
                                        "from", "2026-11-01T00:00",
                                        "until", "2026-11-01T01:00"))
                        .body())
                .contains("Chạy thử", "Phải để lại")
                .doesNotContain("name=\"reason\"");
    }

    private static Map<String, String> bundle(String name, Map<String, String> changed) {
        Map<String, String> files = new LinkedHashMap<>();
        try (Stream<Path> listed = Files.list(Path.of("routes", name))) {
            for (Path file : listed.toList()) {
                files.put(file.getFileName().toString(), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        files.putAll(changed);
        return files;
    }

    private static String upload(Map<String, String> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry("goi/" + file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
