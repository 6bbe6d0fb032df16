package vn.dancu.bus.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** {@code settings.md} lists exactly the keys that the {@code *Settings} records have, with their defaults. */
class SettingsDocumentTest {

    private static final Path DOCUMENT = Path.of("docs/operations/settings.md");
    private static final Pattern ROW =
            Pattern.compile("^\\| `(dancu\\.[a-z0-9.-]+)` \\| (?:`([^`]*)`|(–)) \\| (.+) \\|$", Pattern.MULTILINE);
    private static final Pattern PROPERTY =
            Pattern.compile("(?:get(?:Integer|Long|Boolean|Property)\\(\"|<|\"-D)(dancu\\.[a-z0-9.-]+)");

    private static final String NONE = "–";

    @Test
    void listsEveryKeyWithItsDefaultAndNoOther() throws IOException {
        assertThat(documented())
                .as("rows `| `key` | `default` | meaning |` of %s", DOCUMENT)
                .containsExactlyInAnyOrderEntriesOf(existing());
    }

    @Test
    void findsEveryKeyExplainedInItsRecord() throws IOException {
        assertThat(SettingsMetadata.ofClassPath().under("dancu.").values())
                .as("each component of a *Settings record has its @param")
                .allSatisfy(property -> assertThat(property.path("description").asText())
                        .as(property.path("name").asText())
                        .isNotBlank());
    }

    /** A key that nobody knows stops the start, in a test too that starts the bus in its own JVM. */
    @Test
    void findsNoPropertyOfATestThatIsNamedLikeASetting() throws IOException {
        SettingsMetadata settings = SettingsMetadata.ofClassPath();
        List<Path> files = new ArrayList<>(HouseFiles.under(Path.of("src/test/java")));
        files.add(Path.of("pom.xml"));
        for (Path file : files) {
            assertThat(PROPERTY.matcher(Files.readString(file)).results().map(match -> match.group(1)))
                    .as("properties under dancu. in %s; those of tests begin with test.", file)
                    .allMatch(settings::contains);
        }
    }

    private static Map<String, String> existing() throws IOException {
        return SettingsMetadata.ofClassPath().under("dancu.").entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> defaultOf(entry.getValue().path("defaultValue"))));
    }

    private static String defaultOf(JsonNode value) {
        if (value.isMissingNode()) {
            return NONE;
        }
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining(","))
                : value.asText();
    }

    private static SortedMap<String, String> documented() throws IOException {
        SortedMap<String, String> rows = new TreeMap<>();
        Matcher matcher = ROW.matcher(Files.readString(DOCUMENT));
        while (matcher.find()) {
            rows.put(matcher.group(1), matcher.group(2) == null ? NONE : matcher.group(2));
        }
        return rows;
    }
}
