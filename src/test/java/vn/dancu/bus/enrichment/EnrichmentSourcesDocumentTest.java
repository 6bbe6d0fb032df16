package vn.dancu.bus.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.enrichment.check.ValueCheckReader;
import vn.dancu.bus.enrichment.file.FileFault;

/** The document of sources lists every code with its words, and clerks read those words for every outcome. */
class EnrichmentSourcesDocumentTest {

    private static final Path DOCUMENT = Path.of("docs/operations/enrichment-sources.md");
    private static final Path EXAMPLE = Path.of("schemas/enrichment/v1/source.schema.json");

    @Test
    void listsEveryReasonAndFaultWithItsWords() throws IOException {
        List<String> rows = Files.readAllLines(DOCUMENT).stream()
                .filter(line -> Pattern.matches("\\| `[a-z_]+` \\| .*", line))
                .toList();

        assertThat(rows).containsExactlyInAnyOrderElementsOf(rows(FileFault.values(), RefusalReason.values()));
    }

    @Test
    void hasWordsForEveryOutcome() throws IOException {
        for (RecordOutcome outcome : RecordOutcome.values()) {
            assertThat(List.of(word("vi", outcome.textKey()), word("en", outcome.textKey())))
                    .noneMatch(String::isBlank);
        }
    }

    @Test
    void namesEveryKindOfCheckAsTheSchemaDoes() throws IOException {
        assertThat(Files.readString(DOCUMENT))
                .contains(ValueCheckReader.kinds().stream()
                        .map(kind -> "`" + kind + "`")
                        .toList());
        assertThat(Files.readString(EXAMPLE))
                .contains(ValueCheckReader.kinds().stream()
                        .map(kind -> "\"const\": \"" + kind + "\"")
                        .toList());
    }

    private static List<String> rows(FileFault[] faults, RefusalReason[] reasons) throws IOException {
        List<String> keys = Stream.concat(
                        Arrays.stream(faults).map(FileFault::textKey),
                        Arrays.stream(reasons).map(RefusalReason::textKey))
                .toList();
        Properties vietnamese = texts("vi");
        Properties english = texts("en");
        return keys.stream()
                .map(key -> "| `" + key.substring(key.lastIndexOf('.') + 1) + "` | " + vietnamese.getProperty(key)
                        + " | " + english.getProperty(key) + " |")
                .toList();
    }

    private static String word(String language, String key) throws IOException {
        return texts(language).getProperty(key, "");
    }

    private static Properties texts(String language) throws IOException {
        Properties texts = new Properties();
        try (Reader file =
                Files.newBufferedReader(Path.of("src/main/resources/messages_" + language + ".properties"))) {
            texts.load(file);
        }
        return texts;
    }
}
