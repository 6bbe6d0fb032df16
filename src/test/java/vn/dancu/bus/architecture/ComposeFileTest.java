package vn.dancu.bus.architecture;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** {@code docker-compose.yml} and its image, read as text: nothing of them is started. */
@SuppressWarnings("unchecked") // reason: a YAML tree has no types
class ComposeFileTest {

    private static final Path FILE = Path.of("docker-compose.yml");
    private static final Set<String> OF_THE_JVM = Set.of("JAVA_TOOL_OPTIONS");

    @Test
    void setsOnlySettingsThatExist() throws IOException {
        SettingsMetadata settings = SettingsMetadata.ofClassPath();

        assertThat(environment("bus").keySet())
                .as("each variable of the bus is a setting; docs/operations/settings.md lists them")
                .allMatch(name -> OF_THE_JVM.contains(name) || settings.contains(name));
    }

    @Test
    void takesEverySecretFromTheEnvironmentWithoutADefault() throws IOException {
        for (String service : services().keySet()) {
            environment(service).forEach((name, value) -> {
                if (Pattern.compile("PASSWORD|KEY|SECRET|TOKEN").matcher(name).find()) {
                    assertThat(value.toString())
                            .as("%s of %s is ${NAME:?reason}", name, service)
                            .matches("\\$\\{[A-Z_]+:\\?[^}]+}");
                }
            });
        }
    }

    @Test
    void asksOnlyForWhatTheExampleListsAndTheExampleHoldsNoValue() throws IOException {
        Set<String> asked = Pattern.compile("(?<!\\$)\\$\\{([A-Z_]+)")
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
        services().forEach((name, service) -> assertThat((List<String>) service.get("ports"))
                .as("ports of %s start with 127.0.0.1:", name)
                .allMatch(port -> port.startsWith("127.0.0.1:")));
    }

    @Test
    void watchesTheHealthOfEveryServiceAndStartsTheBusLast() throws IOException {
        Map<String, Map<String, Object>> services = services();

        assertThat(services).containsOnlyKeys("postgres", "artemis", "kafka", "bus");
        assertThat(services.values()).allMatch(service -> service.containsKey("healthcheck"));
        assertThat((Map<String, Object>) services.get("bus").get("depends_on"))
                .containsOnlyKeys("postgres", "artemis", "kafka")
                .allSatisfy((name, when) -> assertThat(when).isEqualTo(Map.of("condition", "service_healthy")));
    }

    @Test
    void keepsTheStateOfEveryServerInAVolume() throws IOException {
        Set<String> declared = ((Map<String, Object>) tree().get("volumes")).keySet();

        for (String service : List.of("postgres", "artemis", "kafka")) {
            assertThat((List<String>) services().get(service).get("volumes"))
                    .as("volume of %s", service)
                    .isNotEmpty()
                    .allMatch(volume -> declared.contains(volume.split(":")[0]));
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
        leaves("", load(Path.of("config/application.example.yaml")), keys);

        assertThat(keys).isNotEmpty().allMatch(settings::contains);
    }

    private static void leaves(String path, Object node, Set<String> keys) {
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> leaves(path.isEmpty() ? key.toString() : path + "." + key, value, keys));
        } else {
            keys.add(path);
        }
    }

    private static Map<String, Object> environment(String service) throws IOException {
        return (Map<String, Object>) services().get(service).getOrDefault("environment", Map.of());
    }

    private static Map<String, Map<String, Object>> services() throws IOException {
        return (Map<String, Map<String, Object>>) tree().get("services");
    }

    private static Map<String, Object> tree() throws IOException {
        return load(FILE);
    }

    private static Map<String, Object> load(Path file) throws IOException {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
    }
}
