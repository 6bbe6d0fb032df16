package vn.dancu.bus.enrichment.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.dancu.bus.catalogue.Catalogues;
import vn.dancu.bus.enrichment.CheckedRecord;
import vn.dancu.bus.enrichment.EnrichmentSource;
import vn.dancu.bus.enrichment.EnrichmentSources;
import vn.dancu.bus.enrichment.RecordCheck;
import vn.dancu.bus.enrichment.SourceCode;
import vn.dancu.bus.enrichment.SourceRecord;
import vn.dancu.bus.enrichment.source.SourceFolder;

/**
 * Files as sources send them, good and broken, each a folder of text files; {@code expected.txt} says what becomes of each record and of
 * the file.
 */
class RecordFileCasesTest {

    private static final Path FOLDER = Path.of("src/test/resources/enrichment/files");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-30T03:00:00Z"), ZoneOffset.UTC);
    private static final EnrichmentSources SOURCES = SourceFolder.read(null, Catalogues.published(), CLOCK);

    @ParameterizedTest
    @MethodSource("cases")
    void comesToWhatIsExpected(String name, @TempDir Path own) throws IOException {
        Path folder = FOLDER.resolve(name);
        DeliveredFile file = new DeliveredFile(folder);

        List<String> outcome = outcome(file, source(file, own));

        assertThat(String.join("\n", outcome))
                .isEqualTo(Files.readString(folder.resolve("expected.txt")).strip());
    }

    private static Stream<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.map(folder -> folder.getFileName().toString()).sorted().toList().stream();
        }
    }

    /** The source that comes with the bus; with another form of file where the case has one, as an operator would write it. */
    private static EnrichmentSource source(DeliveredFile file, Path own) throws IOException {
        SourceCode code = new SourceCode(file.setting("source", "the-bhyt"));
        String form = file.setting("ownForm", "");
        if (form.isEmpty()) {
            return SOURCES.find(code).orElseThrow();
        }
        String published = Files.readString(Path.of("src/main/resources/enrichment/sources", code + ".yaml"));
        Files.writeString(own.resolve("own.yaml"), published + "  - { name: own, " + form + " }\n");
        return SourceFolder.read(own, Catalogues.published(), CLOCK).find(code).orElseThrow();
    }

    private static List<String> outcome(DeliveredFile file, EnrichmentSource source) throws IOException {
        FileProfile form = source.profile(
                        file.setting("form", file.setting("ownForm", "").isEmpty() ? "csv" : "own"))
                .orElseThrow();
        String declared = file.setting("declared", form.encoding() == null ? "UTF-8" : "none");
        FileProfile profile = declared.equals("none")
                ? form
                : form.declared(TextEncoding.of(declared).orElseThrow());
        RecordCheck check = source.check(profile);
        int shown = Integer.parseInt(file.setting("shown", "100"));
        List<String> outcome = new ArrayList<>();
        try (RecordReader reader = RecordFile.open(file.open(), profile, limits(file))) {
            for (SourceRecord next = reader.read(); next != null; next = reader.read()) {
                if (reader.count() <= shown) {
                    outcome.add(text(check.check(next)));
                }
            }
            outcome.add(reader.count() + " records");
        } catch (FileFaultException e) {
            outcome.add("fault " + e.fault().code() + " at " + e.line() + " " + e.hint());
        }
        return outcome.stream().map(String::strip).toList();
    }

    private static FileLimits limits(DeliveredFile file) {
        return new FileLimits(
                Long.parseLong(file.setting("unpacked", "1000000000")),
                Integer.parseInt(file.setting("ratio", "200")),
                65_536,
                200,
                1_000_000);
    }

    private static String text(CheckedRecord checked) {
        if (checked instanceof CheckedRecord.Accepted accepted) {
            return accepted.line() + " " + accepted.number() + " " + accepted.foldedName() + " "
                    + accepted.birthDate().iso() + " "
                    + (accepted.verifiedOn() == null ? "-" : accepted.verifiedOn()) + " "
                    + accepted.recordId() + " "
                    + accepted.values().stream()
                            .map(value -> value == null ? "" : value)
                            .collect(Collectors.joining("|"));
        }
        CheckedRecord.Refused refused = (CheckedRecord.Refused) checked;
        return refused.line() + " " + refused.reason().code() + " " + refused.field();
    }
}
