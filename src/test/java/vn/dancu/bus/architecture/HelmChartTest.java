package vn.dancu.bus.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code config/helm/dancu-bus}, linted and rendered by Helm itself; no cluster takes it here. */
class HelmChartTest {

    private static final Path CHART = Path.of("config/helm/dancu-bus");
    private static final Path ROUTES = Path.of("routes");
    private static final YAMLMapper YAML = YAMLMapper.builder().build();

    private static final String REQUIRED =
            """
            publicAddress: https://dancu.example.vn
            secrets: {existingSecret: dancu-secrets}
            postgres: {url: "jdbc:postgresql://db.internal:5432/dancu"}
            artemis: {brokerUrl: "tcp://artemis.internal:61616"}
            kafka: {bootstrapServers: "kafka-1.internal:9092,kafka-2.internal:9092"}
            """;

    private static final String EVERYTHING =
            """
            publicAddress: https://dancu.example.vn
            secrets: {existingSecret: dancu-secrets, partners: [PARTNER_H41_LGSP_SECRET]}
            postgres: {url: "jdbc:postgresql://db.internal:5432/dancu?sslmode=verify-full&sslrootcert=/etc/dancu/trust/ca.crt"}
            artemis: {brokerUrl: "(tcp://a.internal:61616,tcp://b.internal:61616)?sslEnabled=true"}
            kafka: {bootstrapServers: "kafka-1.internal:9092"}
            tls: {serverSecret: dancu-tls, trustSecret: dancu-trust, bundles: {signature: {secret: dancu-signature}}}
            partners: {existingConfigMap: dancu-partners}
            settings:
              dancu: {audit: {kafka: {security.protocol: SSL}}, desk: {oidc: {issuer: "https://id.example.vn", audience: dancu}}}
              server: {tomcat: {threads: {max: 128}}}
            storage: {existingClaim: dancu-delivery}
            javaOptions: -Xlog:gc
            networkPolicy: {monitoring: [{namespaceSelector: {}}], clients: [{ipBlock: {cidr: 10.0.0.0/8}}]}
            serviceMonitor: {enabled: true, labels: {release: prometheus}}
            """;

    @TempDir
    Path folder;

    @Test
    void hasNothingThatHelmObjectsTo() {
        LintResult result = new Helm(folderWith(REQUIRED)).lint().strict().call();

        assertThat(result.isFailed()).as("%s", result.getMessages()).isFalse();
    }

    @Test
    void rendersEveryKindOfObjectWithEverythingSwitchedOn() throws IOException {
        assertThat(rendered(EVERYTHING).keySet())
                .containsExactlyInAnyOrder(
                        "ConfigMap dancu-bus",
                        "Deployment dancu-bus",
                        "Service dancu-bus",
                        "Service dancu-bus-management",
                        "PodDisruptionBudget dancu-bus",
                        "NetworkPolicy dancu-bus",
                        "ServiceMonitor dancu-bus");
        assertThat(rendered(REQUIRED + "replicas: 1\nnetworkPolicy: {enabled: false}\n")
                        .keySet())
                .containsExactlyInAnyOrder(
                        "ConfigMap dancu-bus",
                        "Deployment dancu-bus",
                        "Service dancu-bus",
                        "Service dancu-bus-management");
    }

    @Test
    void setsOnlySettingsThatExist() throws IOException {
        SettingsMetadata settings = SettingsMetadata.ofClassPath();
        String partners = Files.readString(Path.of("config/partners.example.yaml"));
        Map<String, JsonNode> objects = rendered(EVERYTHING);
        Set<String> keys = new TreeSet<>();
        leaves("", settingsOf(objects), keys);
        List<String> variables = texts(container(objects).path("env"), "name");

        assertThat(keys)
                .contains("dancu.system.drain", "server.ssl.bundle", "server.tomcat.threads.max")
                .allMatch(settings::contains);
        assertThat(variables).contains("DANCU_SYSTEM_MASTER_KEY", "PARTNER_H41_LGSP_SECRET");
        assertThat(variables)
                .allMatch(name -> name.equals("JAVA_TOOL_OPTIONS")
                        || settings.contains(name)
                        || partners.contains("secret: ${" + name + "}"));
    }

    @Test
    void takesEverySecretFromTheSecretThatIsNamed() throws IOException {
        Map<String, JsonNode> objects = rendered(EVERYTHING);

        assertThat(settingsOf(objects).toString()).doesNotContainPattern("(?i)password|secret|master");
        for (JsonNode variable : container(objects).path("env")) {
            if (!variable.path("name").asText().equals("JAVA_TOOL_OPTIONS")) {
                assertThat(variable.at("/valueFrom/secretKeyRef/name").asText()).isEqualTo("dancu-secrets");
                assertThat(variable.has("value")).isFalse();
            }
        }
    }

    /** The paths themselves are asked by {@code PublicAddressIT}. */
    @Test
    void asksForHealthWhereTheBusAnswers() throws IOException {
        for (String values : List.of(REQUIRED, EVERYTHING)) {
            Map<String, JsonNode> objects = rendered(values);
            JsonNode settings = settingsOf(objects);
            JsonNode bus = container(objects);
            Map<String, Integer> ports = new TreeMap<>();
            bus.path("ports")
                    .forEach(port -> ports.put(
                            port.path("name").asText(),
                            port.path("containerPort").asInt()));

            assertThat(ports)
                    .containsEntry("http", settings.at("/server/port").asInt())
                    .containsEntry(
                            "management", settings.at("/management/server/port").asInt());
            assertThat(bus.at("/readinessProbe/httpGet/path").asText()).isEqualTo("/actuator/health");
            assertThat(bus.at("/readinessProbe/httpGet/port").asText()).isEqualTo("http");
            assertThat(bus.at("/readinessProbe/httpGet/scheme").asText())
                    .isEqualTo(settings.at("/server/ssl/bundle").isMissingNode() ? "HTTP" : "HTTPS");
            assertThat(bus.at("/livenessProbe/httpGet/path").asText()).isEqualTo("/actuator/health/liveness");
            assertThat(bus.at("/livenessProbe/httpGet/port").asText()).isEqualTo("management");
        }
    }

    @Test
    void runsWithoutRootAndWritesIntoItsVolumesAlone() throws IOException {
        Map<String, JsonNode> objects = rendered(EVERYTHING);
        JsonNode pod = objects.get("Deployment dancu-bus").at("/spec/template/spec");
        JsonNode own = container(objects).path("securityContext");

        assertThat(Files.readString(Path.of("Dockerfile")))
                .contains("--uid " + pod.at("/securityContext/runAsUser").asText());
        assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
        assertThat(own.path("readOnlyRootFilesystem").asBoolean()).isTrue();
        assertThat(own.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
        assertThat(own.at("/capabilities/drop/0").asText()).isEqualTo("ALL");
        List<String> writable = StreamSupport.stream(
                        container(objects).path("volumeMounts").spliterator(), false)
                .filter(mount -> !mount.path("readOnly").asBoolean())
                .map(mount -> mount.path("mountPath").asText())
                .toList();
        assertThat(writable)
                .containsExactlyInAnyOrder(
                        "/tmp", settingsOf(objects).at("/dancu/delivery/folder").asText());
        assertThat(texts(container(objects).path("volumeMounts"), "name"))
                .as("a volume for each mount")
                .hasSameElementsAs(texts(pod.path("volumes"), "name"));
    }

    @Test
    void replacesAnInstanceBeforeItStopsOneAndLetsItEnd() throws IOException {
        Map<String, JsonNode> objects = rendered(REQUIRED);
        JsonNode deployment = objects.get("Deployment dancu-bus");

        assertThat(deployment.at("/spec/strategy/rollingUpdate/maxUnavailable").asInt(-1))
                .isZero();
        assertThat(settingsOf(objects).at("/dancu/system/drain").asText()).isEqualTo("10s");
        JsonNode ready = container(objects).path("readinessProbe");
        assertThat(ready.path("periodSeconds").asInt()
                        * ready.path("failureThreshold").asInt())
                .as("readiness is seen before the doors close")
                .isLessThan(10);
        assertThatThrownBy(() -> rendered(REQUIRED
                        + "shutdown: {drainSeconds: 60, gracefulSeconds: 30, terminationGracePeriodSeconds: 120}"))
                .hasMessageContaining("at least 140");
    }

    @Test
    void refusesValuesThatAreMissingOrMisspelt() {
        assertThatThrownBy(() -> rendered(""))
                .hasMessageContaining("publicAddress")
                .hasMessageContaining("existingSecret");
        assertThatThrownBy(() -> rendered(REQUIRED + "replica: 3")).hasMessageContaining("replica");
        assertThatThrownBy(() -> rendered(REQUIRED + "replicas: 0")).hasMessageContaining("replicas");
        assertThatThrownBy(() -> rendered(REQUIRED.replace("jdbc:postgresql", "jdbc:oracle")))
                .hasMessageContaining("url");
    }

    /** The values that {@code config/helm/routes-values} writes become the same files in the same folders. */
    @Test
    void mountsTheFolderOfRoutesFileByFile() throws Exception {
        Process script = new ProcessBuilder("bash", "config/helm/routes-values", ROUTES.toString()).start();
        String routes = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(script.waitFor()).isZero();

        Map<String, JsonNode> objects = rendered(REQUIRED + routes);

        Map<String, String> mounted = new TreeMap<>();
        JsonNode content = objects.get("ConfigMap dancu-bus-routes").path("data");
        for (JsonNode mount : container(objects).path("volumeMounts")) {
            if (mount.path("name").asText().equals("routes")) {
                mounted.put(
                        mount.path("mountPath").asText().replace("/opt/dancu/routes/", ""),
                        content.path(mount.path("subPath").asText()).asText());
            }
        }
        assertThat(mounted).isEqualTo(filesOfRoutes());
    }

    private static Map<String, String> filesOfRoutes() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(ROUTES)) {
            for (Path file : all.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("README"))
                    .toList()) {
                files.put(ROUTES.relativize(file).toString(), Files.readString(file));
            }
        }
        return files;
    }

    /** Lint takes no values of its own: a copy of the chart has them as its defaults. */
    private Path folderWith(String values) {
        try (Stream<Path> all = Files.walk(CHART)) {
            Path copy = folder.resolve(CHART.getFileName());
            for (Path file : all.toList()) {
                Path target = copy.resolve(CHART.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
            String defaults = Files.readString(copy.resolve("values.yaml"));
            JsonNode merged = YAML.readerForUpdating(YAML.readTree(defaults)).readValue(values);
            YAML.writeValue(copy.resolve("values.yaml").toFile(), merged);
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The objects by kind and name. */
    private Map<String, JsonNode> rendered(String values) throws IOException {
        Path file = folder.resolve("values.yaml");
        Files.writeString(file, values);
        TemplateCommand template =
                new Helm(CHART).template().withName("dancu-bus").withValuesFile(file);
        Map<String, JsonNode> objects = new TreeMap<>();
        List<JsonNode> documents = new ArrayList<>();
        YAML.readerFor(JsonNode.class).<JsonNode>readValues(template.call()).forEachRemaining(documents::add);
        documents.stream()
                .filter(JsonNode::isObject)
                .forEach(one -> objects.put(
                        one.path("kind").asText() + " "
                                + one.at("/metadata/name").asText(),
                        one));
        return objects;
    }

    private static JsonNode settingsOf(Map<String, JsonNode> objects) throws IOException {
        return YAML.readTree(
                objects.get("ConfigMap dancu-bus").at("/data/application.yaml").asText());
    }

    private static JsonNode container(Map<String, JsonNode> objects) {
        return objects.get("Deployment dancu-bus").at("/spec/template/spec/containers/0");
    }

    private static List<String> texts(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(one -> one.path(field).asText())
                .toList();
    }

    private static void leaves(String path, JsonNode node, Set<String> keys) {
        if (!node.isObject()) {
            keys.add(path);
            return;
        }
        node.properties()
                .forEach(entry ->
                        leaves(path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(), entry.getValue(), keys));
    }
}
