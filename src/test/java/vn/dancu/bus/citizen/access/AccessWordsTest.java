package vn.dancu.bus.citizen.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.YamlFileException;
import vn.dancu.bus.message.population.CitizenFields;
import vn.dancu.bus.message.population.PopulationOperation;

/** The files of the log: its words and its rules of disclosure. */
class AccessWordsTest {

    private static final Set<String> KINDS = Set.of("police", "ministry");
    private static final String RULE = "rules: [{id: a1, legalBasis: L, partners: [p01], %s}]";

    private final AccessWords words = AccessWords.read("words", file("access-words.yaml"));

    private static String file(String name) {
        try {
            return Files.readString(Path.of("src/main/resources/citizen", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void hasAGroupForEveryFieldThatCanLeave() {
        Set<String> fields = Stream.of(PopulationOperation.values())
                .flatMap(operation -> CitizenFields.of(operation).stream())
                .map(FieldPath::value)
                .collect(Collectors.toSet());

        assertThat(words.groups(fields)).noneMatch(group -> fields.contains(group.code()));
        assertThat(words.groups(Set.of("HoVaTen", "HoVaTen/Ten", "SoCMND", "SoDinhDanh")))
                .hasSize(2);
        assertThat(words.groups(Set.of("TheBHYT/MaThe", "DuLieuLamGiau/HoNgheo")))
                .extracting(AccessEntry.Label::name)
                .containsExactly("Thẻ bảo hiểm y tế", "Thông tin khác do cơ quan nhà nước cung cấp");
    }

    @Test
    void hasWordsForEveryService() {
        assertThat(PopulationOperation.values())
                .allSatisfy(operation ->
                        assertThat(words.label(operation.element()).name()).isNotEqualTo(operation.element()));
    }

    @Test
    void showsACodeWithoutWordsAsItIs() {
        assertThat(words.label("enrichment.merged").name()).isEqualTo("enrichment.merged");
        assertThat(words.brief("enrichment.merged_with_much")).hasSize(20);
        assertThat(words.groups(Set.of("TruongMoi"))).containsExactly(new AccessEntry.Label("TruongMoi", "TruongMoi"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hiddenFor: P2Y                          | true",
                "hiddenUntil: 2030-01-01                 | true",
                "purposes: [x1], hiddenFor: P30D         | true",
                "hiddenFor: P2Y, hiddenUntil: 2030-01-01 | false",
                "purposes: [x1]                          | false",
                "hiddenFor: 2 years                      | false",
                "hiddenFor: P-1D                         | false",
                "hiddenUntil: 01/01/2030                 | false",
                "purposes: [x1], actions: [audit.looked], hiddenFor: P1D | false",
                "hiddenfor: P2Y                          | false",
                "kinds: [police], hiddenFor: P2Y         | true",
            })
    void takesARuleThatTheSchemaTakesAndNoOther(String terms, boolean right) throws IOException {
        String yaml = String.format(RULE, terms);

        assertThat(isValid(yaml)).isEqualTo(right);
        if (right) {
            assertThat(DisclosureRules.read("rules", yaml, KINDS).all()).hasSize(1);
        } else {
            assertThatThrownBy(() -> DisclosureRules.read("rules", yaml, KINDS)).isInstanceOf(YamlFileException.class);
        }
    }

    @Test
    void refusesARuleThatHidesTheWholeLogAndOneWithoutAClause() {
        assertThatThrownBy(
                        () -> DisclosureRules.read("rules", "rules: [{id: a1, legalBasis: L, hiddenFor: P2Y}]", KINDS))
                .hasMessageContaining("whole log");
        assertThatThrownBy(() ->
                        DisclosureRules.read("rules", "rules: [{id: a1, partners: [p01], hiddenFor: P2Y}]", KINDS))
                .hasMessageContaining("legalBasis");
        assertThat(DisclosureRules.read("rules", file("disclosure.yaml"), KINDS).all())
                .isEmpty();
    }

    private static boolean isValid(String yaml) throws IOException {
        ObjectMapper json = new ObjectMapper();
        // Days as texts, as a YAML 1.2 reader has them.
        Object tree = new Yaml().load(yaml.replaceAll("(hiddenUntil: )([^,}]+)", "$1\"$2\""));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(
                        Files.readString(Path.of("schemas/citizen-access/v1/disclosure.schema.json")),
                        SchemaValidatorsConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build())
                .validate(json.valueToTree(tree))
                .isEmpty();
    }
}
