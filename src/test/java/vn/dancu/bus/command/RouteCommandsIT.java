package vn.dancu.bus.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.bus.fixtures.Desk;
import vn.dancu.bus.fixtures.RunningBus;

/** A stranger's first deployment, as the page for operators has it: a bundle in a folder, by the command alone. */
class RouteCommandsIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final RunningBus BUS = RunningBus.shared();

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void writeABundle() throws IOException {
        write("1.0.0", "Đếm thông điệp. Counts messages that come to the count queue.");
    }

    @Test
    void lintsTriesDeploysComparesAndRollsBack() throws IOException {
        assertThat(dancu("routes", "lint", "routes")).as("%s", out).isZero();
        assertThat(dancu("routes", "try", folder.toString()))
                .as("%s%s", out, err)
                .isZero();
        assertThat(deploy()).as("%s%s", out, err).isZero();
        assertThat(out.toString()).contains("trial done", "swap done", "spread done", "probation done", "KEPT");
        assertThat(deploy()).as("the same again").isZero();
        assertThat(out.toString()).contains("UNCHANGED");

        write("1.1.0", "Đếm thông điệp, hai. Counts messages that come to the count queue.");
        assertThat(dancu("routes", "diff", folder.toString())).isZero();
        assertThat(out.toString())
                .contains("@@ bundle.yaml", "-version: 1.0.0", "+version: 1.1.0", "[\"count-messages\"]");
        assertThat(deploy()).as("%s%s", out, err).isZero();

        assertThat(dancu("routes", "rollback", "counting", "--reason", "thử quay lui"))
                .isZero();
        assertThat(out.toString()).as("it waits for the end").contains("swap done", "probation done", "KEPT");
        assertThat(json("routes", "show", "counting").path("version").asText()).isEqualTo("1.0.0");
        JsonNode history = json("routes", "history", "--bundle", "counting");
        assertThat(history.path("items").findValuesAsText("cause")).contains("ROLLBACK", "DEPLOY");
        assertThat(json("routes", "versions", "counting").path("items").findValuesAsText("version"))
                .containsExactly("1.1.0", "1.0.0");
        assertThat(json("routes", "content", "counting", "1.1.0")
                        .path("files")
                        .path("bundle.yaml")
                        .asText())
                .contains("version: 1.1.0");
        assertThat(json("routes", "list").path("items").findValuesAsText("name"))
                .contains("counting", "shared");
    }

    @Test
    void saysWhatIsWrongAndChangesNothing() throws IOException {
        Files.writeString(
                folder.resolve("count-messages.camel.yaml"),
                Files.readString(folder.resolve("count-messages.camel.yaml")).replace("removeHeaders", "script"));
        write(
                folder.resolve("bundle.yaml"),
                Files.readString(folder.resolve("bundle.yaml")).replace("1.0.0", "9.0.0"));

        assertThat(dancu("routes", "try", folder.toString())).isEqualTo(ExitCodes.NOT_RIGHT);
        assertThat(out.toString()).contains("key-unknown", "count-messages.camel.yaml");
        assertThat(deploy()).isEqualTo(ExitCodes.NOT_RIGHT);
        assertThat(out.toString()).contains("REFUSED", "key-unknown");
        assertThat(dancu("routes", "deploy", folder.resolve("none").toString(), "--reason", "x"))
                .isEqualTo(ExitCodes.USAGE);
        assertThat(Desk.at(BUS.ports().http(), Desk.Sandbox.INSPECTOR)
                        .send("POST", "route-checks", Map.of("files", Map.of("bundle.yaml", "name: x")))
                        .code())
                .isEqualTo("role_missing");
        Desk operator = Desk.at(BUS.ports().http(), Desk.Sandbox.OPERATOR);
        assertThat(operator.send("POST", "route-checks", Map.of("files", Map.of("../x.yaml", "")))
                        .code())
                .isEqualTo("field_invalid");
        assertThat(operator.send(
                                "POST",
                                "route-deployments",
                                Map.of("files", Map.of("bundle.yaml", "name: x"), "reason", "x"))
                        .code())
                .isEqualTo("field_invalid");
        assertThat(operator.send("POST", "route-bundles/none/rollback", Map.of("reason", "x"))
                        .code())
                .isEqualTo("resource_unknown");
    }

    /** As it is typed: the script finds Camel's libraries too. */
    @Test
    void triesABundleOutByTheScriptOfAWorkingCopy() throws IOException, InterruptedException {
        Path said = folder.resolve("said.txt");
        ProcessBuilder script = new ProcessBuilder("bin/dancu", "routes", "try", folder.toString(), "--offline")
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        script.environment().put("JAVA_HOME", System.getProperty("java.home"));

        assertThat(script.start().waitFor()).as(Files.readString(said)).isZero();
    }

    @Test
    void triesABundleOutWithoutABus() throws IOException {
        Path settings = folder.resolve("settings.yml.txt");
        assertThat(offline()).as("%s%s", out, err).isZero();
        assertThat(dancu("routes", "lint", folder.toString())).as("%s", out).isZero();
        for (String bundle : List.of("templates", "document", "notification", "feed", "shared", "partners/h41-lgsp")) {
            assertThat(dancu("routes", "try", "routes/" + bundle, "--offline"))
                    .as("%s%s%s", bundle, out, err)
                    .isZero();
        }
        write(
                settings,
                "dancu:\n  channel:\n    notice-bounces: imaps://mail.example:993?username=bus&password=RAW(x)"
                        + "&mapMailMessage=false&searchTerm=#newBounces&delay=60000\n");
        assertThat(dancu("routes", "try", "routes/notification", "--offline", "--settings", settings.toString()))
                .as("%s%s", out, err)
                .isZero();

        Path route = folder.resolve("count-messages.camel.yaml");
        String right = Files.readString(route);
        write(route, right.replace("jms:queue:dancu.channel.test.count", "'{{dancu.channel.counted}}'"));
        assertThat(offline()).as("an address that only the bus knows").isZero();
        write(settings, "dancu:\n  channel:\n    other: jms:queue:x\n");
        assertThat(offline("--settings", settings.toString())).isEqualTo(ExitCodes.NOT_RIGHT);
        assertThat(out.toString()).contains("counting/count-messages.camel.yaml:6:12 channel-unknown");
        write(settings, "dancu:\n  channel:\n    counted: jms:queue:x?noSuchOption=1\n");
        assertThat(offline("--settings", settings.toString())).isEqualTo(ExitCodes.NOT_RIGHT);
        assertThat(out.toString()).contains("camel", "noSuchOption");
        write(settings, "dancu:\n  channel:\n    counted: kafka:counted?groupId=x\n");
        assertThat(offline("--settings", settings.toString())).as("%s", out).isZero();

        write(route, right.replace("removeHeaders", "script"));
        assertThat(offline("--json")).isEqualTo(ExitCodes.NOT_RIGHT);
        assertThat(JSON.readTree(out.toString()).findValuesAsText("rule")).contains("key-unknown");
        write(route, right.replace("id: count-messages", "id: axis-send"));
        assertThat(dancu("routes", "lint", folder.toString())).isEqualTo(ExitCodes.NOT_RIGHT);
        assertThat(out.toString()).contains("id-twice");
        assertThat(dancu("routes", "try", folder.resolve("none").toString(), "--offline"))
                .isEqualTo(ExitCodes.USAGE);
    }

    private int offline(String... more) {
        List<String> all = new ArrayList<>(List.of("routes", "try", folder.toString(), "--offline"));
        all.addAll(List.of(more));
        return dancu(all.toArray(String[]::new));
    }

    @Test
    void signsABundle() throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        Path key = folder.resolve("key.pem");
        Files.writeString(
                key,
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(
                                        generator.generateKeyPair().getPrivate().getEncoded())
                        + "\n-----END PRIVATE KEY-----\n");

        assertThat(dancu("routes", "sign", folder.toString(), "--key", key.toString(), "--key-name", "ops"))
                .as("%s", err)
                .isZero();
        assertThat(folder.resolve("bundle.jws")).content().matches("[A-Za-z0-9_-]+\\.\\.[A-Za-z0-9_-]+\\s*");
    }

    private int deploy() {
        return dancu("routes", "deploy", folder.toString(), "--reason", "tuyến đầu tiên", "--probation-seconds", "1");
    }

    private JsonNode json(String... arguments) throws IOException {
        String[] all = Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = "--json";
        assertThat(dancu(all)).as("%s", err).isZero();
        return JSON.readTree(out.toString());
    }

    private int dancu(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        Map<String, String> environment = new HashMap<>(Map.of(
                "DANCU_URL",
                "http://127.0.0.1:" + BUS.ports().http(),
                "DANCU_USER",
                Desk.Sandbox.OPERATOR.account(),
                "DANCU_PASSWORD",
                Desk.Sandbox.OPERATOR.password()));
        return DanCu.run(arguments, environment, new PrintWriter(out, true), new PrintWriter(err, true));
    }

    private void write(String version, String description) throws IOException {
        write(
                folder.resolve("bundle.yaml"),
                """
                name: counting
                version: %s
                owner: Nhóm thử
                zone: test
                description: {vi: Thử, en: Test}
                channels: [hub-answers]
                needs: [shared]
                files: [count-messages.camel.yaml]
                """
                        .formatted(version));
        write(
                folder.resolve("count-messages.camel.yaml"),
                """
                - route:
                    id: count-messages
                    description: %s
                    routeConfigurationId: hub-errors
                    from:
                      uri: jms:queue:dancu.channel.test.count
                      steps:
                        - removeHeaders:
                            pattern: Route*
                """
                        .formatted(description));
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text);
    }
}
