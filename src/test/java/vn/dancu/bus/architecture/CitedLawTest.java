package vn.dancu.bus.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A text that was replaced is cited only beside the one in force: in the same paragraph, list item or table row. */
class CitedLawTest {

    private static final Map<Pattern, String> REPLACED_BY = Map.of(
            law("47/2020"), "278/2025",
            law("43/2021"), "164/2025",
            law("13/2023"), "91/2025",
            law("47/2024"), "194/2025",
            law("59/2014"), "26/2023",
            law("11930"), "14423");

    private static final List<String> PLACES =
            List.of("README.md", "CONTRIBUTING.md", "config", "docs", "routes", "schemas", "src/main", "changelog");
    private static final Pattern TEXT =
            Pattern.compile("\\.(java|md|ya?ml|html|properties|sql|xsd|wsdl|json|csv|txt|example)$");
    private static final Pattern PASSAGE = Pattern.compile("\\n\\s*\\n|\\n(?=\\s*(?:\\||- |clause:|basis:))");

    @Test
    void namesTheTextInForceWhereverAReplacedOneIsCited() throws IOException {
        List<String> outdated = new ArrayList<>();
        for (Path file : texts()) {
            outdated(Files.readString(file)).forEach(passage -> outdated.add(file + ": " + passage));
        }

        assertThat(outdated).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "NĐ 47/2020/NĐ-CP Điều 43, 1",
        "'NĐ 278/2025, before it NĐ 47/2020 Art 43', 0",
        "'basis: NĐ 47/2020\nbasis: NĐ 278/2025', 1",
        "'NĐ 43/2021\n\nNĐ 164/2025', 1",
        "NĐ 13/2023, 1",
        "TCVN 11930:2017, 1",
        "the number 147/2020 and 2026-13/2023x, 0"
    })
    void knowsAnOutdatedPassage(String text, int found) {
        assertThat(outdated(text)).hasSize(found);
    }

    private static List<String> outdated(String text) {
        return Arrays.stream(PASSAGE.split(text))
                .filter(passage -> REPLACED_BY.entrySet().stream()
                        .anyMatch(rule -> rule.getKey().matcher(passage).find() && !passage.contains(rule.getValue())))
                .map(String::strip)
                .toList();
    }

    private static Pattern law(String number) {
        return Pattern.compile("(?<![\\d/-])" + number + "(?![\\dA-Za-z])");
    }

    private static List<Path> texts() throws IOException {
        List<Path> found = new ArrayList<>();
        for (String place : PLACES) {
            try (Stream<Path> files = Files.walk(Path.of(place))) {
                files.filter(Files::isRegularFile).filter(CitedLawTest::isText).forEach(found::add);
            }
        }
        assertThat(found).hasSizeGreaterThan(500);
        return found;
    }

    private static boolean isText(Path file) {
        return TEXT.matcher(file.toString()).find();
    }
}
