package vn.dancu.bus.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code bench/drills/drills.tsv} names tests that exist, and the page for operators has a row for each drill. */
class DrillTableTest {

    private static final Pattern ROW = Pattern.compile("([a-z0-9-]+)\t([A-Za-z]+)#([A-Za-z]+)");

    @Test
    void namesTestsThatExistAndHasARowForEach() throws IOException {
        String page = Files.readString(Path.of("docs/operations/drills.md"));
        List<String> missing = new ArrayList<>();
        List<String> lines = Files.readAllLines(Path.of("bench/drills/drills.tsv"));
        for (String line : lines) {
            Matcher row = ROW.matcher(line);
            assertThat(row.matches()).as(line).isTrue();
            if (!page.contains("| `" + row.group(1) + "` |")) {
                missing.add(row.group(1) + " has no row");
            }
            if (!sourceOf(row.group(2)).contains("void " + row.group(3) + "(")) {
                missing.add(row.group(2) + " has no " + row.group(3));
            }
        }

        assertThat(missing).isEmpty();
        assertThat(lines).hasSizeGreaterThanOrEqualTo(25);
    }

    private static String sourceOf(String test) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            Path file = files.filter(one -> one.endsWith(test + ".java"))
                    .findFirst()
                    .orElseThrow();
            return Files.readString(file);
        }
    }
}
