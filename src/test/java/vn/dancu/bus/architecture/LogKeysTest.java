package vn.dancu.bus.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.kernel.LogKeys;

/** Whoever searches the logs has one list of keys, and it is whole. */
class LogKeysTest {

    private static final Path DOCUMENT = Path.of("docs/operations/logs.md");
    private static final Pattern OTHER_KEY = Pattern.compile("addKeyValue\\(\\s*+(?!LogKeys\\.[A-Z])[^,]*,");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-zA-Z]+)` \\| .+ \\|$");

    @Test
    void writesNoKeyThatIsNotInTheDictionary() throws IOException {
        for (Path file : HouseFiles.under(Path.of("src/main/java"))) {
            assertThat(OTHER_KEY.matcher(Files.readString(file)).results().map(found -> found.group()))
                    .as("keys of log lines in %s", file)
                    .isEmpty();
        }
    }

    @Test
    void explainsEveryKeyAndNoOther() throws IOException {
        List<String> keys =
                Arrays.stream(LogKeys.class.getFields()).map(LogKeysTest::value).toList();

        assertThat(ROW.matcher(Files.readString(DOCUMENT)).results().map(row -> row.group(1)))
                .containsExactlyInAnyOrderElementsOf(keys);
    }

    /** Spring Boot writes no line that has a member twice. */
    @Test
    void hasNoKeyThatIsAMemberOfEveryLine() {
        assertThat(Arrays.stream(LogKeys.class.getFields()).map(LogKeysTest::value))
                .doesNotContain("@timestamp", "ecs", "error", "log", "message", "process", "service", "tags", "level");
    }

    private static String value(Field key) {
        try {
            return (String) key.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
