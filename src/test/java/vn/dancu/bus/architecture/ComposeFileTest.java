package vn.dancu.bus.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docker-compose.yml} and its image, read as text: nothing of them is started. */
class ComposeFileTest {

    private static final Path FILE = Path.of("docker-compose.yml");
    private static final Set<String> OF_THE_JVM = Set.of("JAVA_TOOL_OPTIONS");
    private static final Pattern SECRET = Pattern.compile("PASSWORD|KEY|SECRET|TOKEN");

    @Test
    void setsOnlySettingsThatExist() throws IOException {
        SettingsMetadata settings = SettingsMetadata.ofClassPath();
        String partners = Files.readString(Path.of("config/partners.example.yaml"));

        assertThat(names(service("bus").path("environment")))
                .as("each variable of the bus is a setting, or the secret of a partner in the file that is mounted")
                .isNotEmpty()
                .allMatch(name -> OF_THE_JVM.contains(name)
                        || settings.contains(name)
                        || partners.contains("secret: ${" + name + "}"));
    }

    @Test
    void takesEverySecretFromTheEnvironmentWithoutADefault() throws IOException {
        for (JsonNode service : file().path("services")) {
            service.path("environment").properties().stream()
                    .filter(variable -> SECRET.matcher(variable.getKey()).find())
                    .forEach(variable -> assertThat(variable.getValue().asText())
                            .as("%s is ${NAME:?reason}", variable.getKey())
                            .matches("\\$\\{[A-Z0-9_]+:\\?[^}]+}"));
        }
    }

    @Test
    void asksOnlyForWhatTheExampleListsAndTheExampleHoldsNoValue() throws IOException {
        Set<String> asked = Pattern.compile("(?<!\\$)\\$\\{([A-Z0-9_]+)")
                .matcher(Files.readString(FILE))
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        List<String> example = Files.readAllLines(Path.of("config/compose.env.example")).stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .toList();

        assertThat(example).as("no value in the example").allMatch(line -> line.endsWith("="));
        assertThat(example).map(line -> line.replace("=", "")).containsExactlyInAnyOrderElementsOf(asked);
    }

    @Test
    void publishesOnLoopbackOnly() throws IOException {
        for (JsonNode service : file().path("services")) {
            assertThat(service.path("ports")).isNotEmpty().allMatch(port -> port.asText()
                    .startsWith("127.0.0.1:"));
        }
    }

    @Test
    void watchesTheHealthOfEveryServiceAndStartsTheBusLast() throws IOException {
        JsonNode services = file().path("services");

        assertThat(names(services)).containsExactlyInAnyOrder("postgres", "artemis", "kafka", "bus");
        assertThat(services).allMatch(service -> service.path("healthcheck").has("test"));
        assertThat(names(service("bus").path("depends_on"))).containsExactlyInAnyOrder("postgres", "artemis", "kafka");
        assertThat(service("bus").path("depends_on"))
                .allMatch(when -> when.path("condition").asText().equals("service_healthy"));
    }

    @Test
    void givesTheBusTheTimeToEndWhatItHas() throws IOException {
        assertThat(service("bus").path("stop_grace_period").asText()).isEqualTo("120s");
    }

    @Test
    void keepsTheStateOfEveryServerInAVolume() throws IOException {
        Set<String> declared = names(file().path("volumes"));

        for (String server : List.of("postgres", "artemis", "kafka")) {
            assertThat(service(server).path("volumes"))
                    .as("volume of %s", server)
                    .anyMatch(volume -> declared.contains(volume.asText().split(":", 2)[0]));
        }
    }

    @Test
    void mountsOnlyFilesThatAreThereAndForReading() throws IOException {
        for (JsonNode service : file().path("services")) {
            for (JsonNode volume : service.path("volumes")) {
                String[] parts = volume.asText().split(":");
                if (parts[0].startsWith("./")) {
                    assertThat(Path.of(parts[0])).isRegularFile();
                    assertThat(parts).endsWith("ro");
                }
            }
        }
    }

    @Test
    void buildsAnImageThatRunsThePackageWithoutRootOrSandbox() throws IOException {
        String image = Files.readString(Path.of("Dockerfile"));

        assertThat(image).contains("COPY target/dancu-bus-*.jar", "COPY routes/", "\nUSER dancu\n", "\nHEALTHCHECK ");
        assertThat(image.lines().filter(line -> !line.startsWith("#"))).noneMatch(line -> line.contains("sandbox"));
        assertThat(image).as("no registry host").doesNotContainPattern("FROM [^ /]+\\.[^ /]+/");
    }

    @Test
    void givesAnExampleOfSettingsThatExist() throws IOException {
        SettingsMetadata settings = SettingsMetadata.ofClassPath();
        Set<String> keys = new TreeSet<>();
        leaves("", read(Path.of("config/application.example.yaml")), keys);

        assertThat(keys).isNotEmpty().allMatch(settings::contains);
    }

    private static void leaves(String path, JsonNode node, Set<String> keys) {
        if (!node.isObject()) {
            keys.add(path);
            return;
        }
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            leaves(path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(), entry.getValue(), keys);
        }
    }

    private static Set<String> names(JsonNode node) {
        return node.properties().stream().map(Map.Entry::getKey).collect(Collectors.toCollection(TreeSet::new));
    }

    private static JsonNode service(String name) throws IOException {
        return file().path("services").path(name);
    }

    private static JsonNode file() throws IOException {
        return read(FILE);
    }

    private static JsonNode read(Path file) throws IOException {
        return YAMLMapper.builder().build().readTree(file.toFile());
    }
}
