package vn.dancu.bus.desk.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The words of the console: both languages have them all, and no page asks for one that there is not. */
class ConsoleTextsTest {

    private static final Path TEXTS = Path.of("src/main/resources/desk");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates/desk");
    private static final Pattern KEY = Pattern.compile("#\\{([a-zA-Z0-9._-]+)}");
    private static final Pattern ACT = Pattern.compile("`([a-z]+\\.[a-z_]+)`");

    @Test
    void areTheSameInBothLanguages() throws IOException {
        assertThat(keys("en")).isEqualTo(keys("vi"));
    }

    @Test
    void areThereForEveryTemplate() throws IOException {
        Set<String> known = keys("vi");
        for (Path template : files(TEMPLATES, ".html")) {
            Matcher asked = KEY.matcher(Files.readString(template));
            assertThat(asked.results().map(key -> key.group(1)))
                    .as(template.toString())
                    .isSubsetOf(known);
        }
    }

    @Test
    void nameEveryActOfTheTrail() throws IOException {
        Set<String> known = keys("vi");
        List<String> acts = Files.readAllLines(Path.of("docs/protocols/AL-EVENTS.md")).stream()
                .filter(line -> line.matches("\\| `[a-z]+\\.[a-z_]+`.*"))
                .flatMap(line -> ACT.matcher(line.split("\\|")[1]).results().map(act -> act.group(1)))
                .toList();

        assertThat(acts).isNotEmpty().allSatisfy(act -> assertThat(known).contains("act." + act));
    }

    @Test
    void carryNoStyleAndNoScriptInline() throws IOException {
        for (Path template : files(TEMPLATES, ".html")) {
            assertThat(Files.readString(template))
                    .as(template.toString())
                    .doesNotContain(" style=", "<style", " onclick", "javascript:", "th:utext")
                    .doesNotContainPattern("<script(?! defer th:src)");
        }
    }

    private static Set<String> keys(String language) throws IOException {
        Set<String> keys = new TreeSet<>();
        for (Path file : files(TEXTS, "_" + language + ".properties")) {
            Properties texts = new Properties();
            try (Reader reader = Files.newBufferedReader(file)) {
                texts.load(reader);
            }
            texts.stringPropertyNames().forEach(key -> assertThat(keys.add(key))
                    .as("%s twice, in %s", key, file)
                    .isTrue());
        }
        return keys;
    }

    private static List<Path> files(Path folder, String suffix) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }
}
