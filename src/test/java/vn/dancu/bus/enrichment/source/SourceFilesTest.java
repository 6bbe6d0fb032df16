package vn.dancu.bus.enrichment.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.dancu.bus.catalogue.Catalogues;
import vn.dancu.bus.enrichment.EnrichmentSource;
import vn.dancu.bus.enrichment.EnrichmentSources;
import vn.dancu.bus.enrichment.SourceCode;
import vn.dancu.bus.kernel.YamlFileException;

class SourceFilesTest {

    private static final Path FOLDER = Path.of("src/main/resources/enrichment/sources");
    private static final Catalogues CATALOGUES = Catalogues.published();
    private static final SourceFileReader READER = new SourceFileReader(CATALOGUES, Clock.systemUTC());
    private static final JsonSchema SCHEMA = schema();

    @Test
    void comeForEachSourceThatTheLawNames() {
        EnrichmentSources sources = SourceFolder.read(null, CATALOGUES, Clock.systemUTC());

        assertThat(sources.all())
                .extracting(source -> source.code().value())
                .containsExactly(
                        "dien-luc",
                        "giay-phep-lai-xe",
                        "hoc-sinh",
                        "kiem-sat",
                        "ma-so-thue",
                        "so-bhxh",
                        "the-bhyt",
                        "the-bhyt-tre-em",
                        "toa-an",
                        "tre-em");
        assertThat(sources.all()).allSatisfy(source -> {
            assertThat(source.profiles()).hasSizeGreaterThanOrEqualTo(5);
            assertThat(source.legalBasis()).contains("NĐ 58/2026/NĐ-CP");
        });
    }

    @ParameterizedTest
    @MethodSource("published")
    void areAsTheSchemaSays(Path file) throws IOException {
        assertThat(SCHEMA.validate(tree(Files.readString(file)))).isEmpty();
    }

    @Test
    void mayBeWrittenAsTheDocumentShows() throws IOException {
        String document = Files.readString(Path.of("docs/operations/enrichment-sources.md"));
        String example = document.substring(document.indexOf("```yaml\n") + 8);
        String text = example.substring(0, example.indexOf("```"));

        assertThat(READER.read("example.yaml", text).elements()).containsExactly("SoSo", "Loai");
        assertThat(SCHEMA.validate(tree(text))).isEmpty();
    }

    @Test
    void ofAnOperatorAddToAndReplaceThoseThatComeWithTheBus(@TempDir Path folder) throws IOException {
        String cards = Files.readString(FOLDER.resolve("the-bhyt.yaml"));
        Files.writeString(folder.resolve("own.yaml"), cards.replace("source: the-bhyt", "source: the-khac"));
        Files.writeString(folder.resolve("other.yaml"), cards.replace("precedence: 500", "precedence: 7"));

        EnrichmentSources sources = SourceFolder.read(folder, CATALOGUES, Clock.systemUTC());

        assertThat(sources.find(new SourceCode("the-khac"))).isPresent();
        assertThat(sources.find(new SourceCode("the-bhyt")).map(EnrichmentSource::standing))
                .hasValueSatisfying(
                        standing -> assertThat(standing.precedence()).isEqualTo(7));
    }

    /** What the reader refuses the schema refuses too, as far as a schema can say it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "source: the-bhyt          | source: The-BHYT          | must be 2 to 40 of [a-z0-9-]            |"
                        + " true",
                "legalBasis:               | legalBase:                | is no key here                          |"
                        + " true",
                "list: 1                   | list: 4                   | must have a list from 1 to 3            |"
                        + " true",
                "element: TheBHYT          | element: HoVaTen          | must be TheBHYT, SoBHXH, MaSoThue       |"
                        + " true",
                "element: TheBHYT          | element: MaSoThue         | must be a group that has an element MaThe |"
                        + " false",
                "name: NoiCap,             | name: NoiCapThe,          | a group that has an element NoiCapThe   |"
                        + " false",
                "fourEyes: [deceased]      | fourEyes: [merged_new]    | must be one of name_differs             |"
                        + " true",
                "precedence: 500           | precedence: 1001          | must be from 0 to 1000                  |"
                        + " true",
                "freshness: verified-last  | freshness: newest         | must be one of verified-last            |"
                        + " true",
                "to: GiaTriDen             | to: NgaySinh              | must be a column whose use is value     |"
                        + " false",
                "recordId: MaThe           | recordId: MaTheKhac       | must be the name of a column            |"
                        + " false",
                "use: number               | use: key                  | must be one of number, name             |"
                        + " true",
                "use: name                 | use: check-only           | must have one column of use name        |"
                        + " false",
                "name: NoiCap              | name: NgayCap             | stands twice                            |"
                        + " false",
                "kind: health-card         | kind: sql                 | must be one of text, pattern            |"
                        + " true",
                "forms: [10, 15]           | forms: [10, 12]           | must be of 10 and 15                    |"
                        + " true",
                "lengths: [10, 12]         | lengths: []               | must have a length                      |"
                        + " true",
                "max: 200                  | max: 9000                 | must be from 1 to 500                   |"
                        + " true",
                "max: 200                  | list: magioitinh          | is no key here                          |"
                        + " true",
                "from: 1995-01-01          | from: yesterday           | must be a day such as                   |"
                        + " true",
                "kind: in-order            | kind: descending          | must be one of in-order                 |"
                        + " true",
                ", length: 10              | ~ ~                       | must have length                        |"
                        + " true",
                "[GiaTriTu, GiaTriDen] }   | [GiaTriTu] }              | must be at least two                    |"
                        + " true",
                "format: xlsx,             | format: xls,              | must be one of csv                      |"
                        + " true",
                "record: TheBHYT,          | ~ ~                       | must have record                        |"
                        + " true",
                "delimiter: semicolon      | delimiter: space          | must be one of bar, comma               |"
                        + " true",
                "encoding: UTF-8           | encoding: UTF8            | must be one of UTF-8                    |"
                        + " true",
                "excel-serial]             | excel]                    | must be one of dd/MM/yyyy               |"
                        + " true",
                "name: csv-semicolon       | name: csv                 | stands twice                            |"
                        + " false",
                "[0-9A-Z]{1,10}            | [0-9A-Z{1                 | must be a regular expression            |"
                        + " false"
            })
    void areRefusedWithLineColumnAndRule(String right, String wrong, String rule, boolean bySchema) throws IOException {
        String published = Files.readString(FOLDER.resolve("the-bhyt.yaml"));
        String text = published.replace(right, wrong);
        assertThat(text).isNotEqualTo(published);

        assertThatExceptionOfType(YamlFileException.class)
                .isThrownBy(() -> READER.read("the-bhyt.yaml", text))
                .withMessageContaining(rule)
                .satisfies(flaw -> {
                    assertThat(flaw.line()).isPositive();
                    assertThat(flaw.column()).isPositive();
                });
        assertThat(SCHEMA.validate(tree(text)).isEmpty()).isEqualTo(!bySchema);
    }

    private static Stream<Path> published() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return List.copyOf(files.toList()).stream();
        }
    }

    private static JsonNode tree(String yaml) throws IOException {
        return new ObjectMapper(new YAMLFactory()).readTree(yaml);
    }

    private static JsonSchema schema() {
        try {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(Files.readString(Path.of("schemas/enrichment/v1/source.schema.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
