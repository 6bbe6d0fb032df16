package vn.dancu.bus.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Documents that lead nowhere are worse than none. */
class DocumentsTest {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");
    private static final Pattern PLACE = Pattern.compile("\\]\\(([^)#:]*)#([^)]+)\\)");
    private static final int A_PAGE = 60;

    @Test
    void leadsToFilesThatExist() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path file : documents()) {
            Matcher links = LINK.matcher(Files.readString(file));
            while (links.find()) {
                if (!Files.exists(file.resolveSibling(links.group(1)))) {
                    broken.add(file + " -> " + links.group(1));
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void leadsToHeadingsThatExist() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path file : documents()) {
            Matcher places = PLACE.matcher(Files.readString(file));
            while (places.find()) {
                Path target = places.group(1).isEmpty() ? file : file.resolveSibling(places.group(1));
                if (Files.exists(target) && !headings(target).contains(places.group(2))) {
                    broken.add(file + " -> " + places.group(1) + "#" + places.group(2));
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    /** The names by which headings are led to: small letters, digits and hyphens. */
    private static List<String> headings(Path document) throws IOException {
        return Files.readAllLines(document).stream()
                .filter(line -> line.matches("#{1,6} .*"))
                .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
                .map(line ->
                        line.replaceAll("[^\\p{L}\\p{M}\\p{Nd} _-]", "").strip().replace(' ', '-'))
                .toList();
    }

    @Test
    void decidesInOnePageByARisingNumber() throws IOException {
        List<Path> decisions = HouseFiles.under(Path.of("docs/decisions")).stream()
                .filter(file -> !file.endsWith("README.md"))
                .toList();

        for (int i = 0; i < decisions.size(); i++) {
            Path file = decisions.get(i);
            assertThat(file.getFileName().toString()).startsWith(String.format("%04d-", i + 1));
            assertThat(Files.readAllLines(file)).hasSizeLessThanOrEqualTo(A_PAGE);
            assertThat(Files.readString(file))
                    .startsWith("# " + (i + 1) + ". ")
                    .contains("\n## Context\n", "\n## Decision\n", "\n## Consequences\n");
        }
    }

    private static List<Path> documents() throws IOException {
        return HouseFiles.all().stream()
                .filter(file -> file.toString().endsWith(".md"))
                .toList();
    }
}
