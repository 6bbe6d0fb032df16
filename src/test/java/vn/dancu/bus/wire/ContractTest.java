package vn.dancu.bus.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.wsdl.Definition;
import javax.wsdl.Port;
import javax.wsdl.factory.WSDLFactory;
import javax.wsdl.xml.WSDLReader;
import javax.xml.catalog.CatalogFeatures;
import javax.xml.catalog.CatalogManager;
import javax.xml.namespace.QName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.dancu.bus.message.Version;
import vn.dancu.bus.message.grammar.Grammar;
import vn.dancu.bus.message.grammar.Rule;
import vn.dancu.bus.message.population.Address;
import vn.dancu.bus.message.population.Citizen;
import vn.dancu.bus.message.population.CitizenFields;
import vn.dancu.bus.message.population.Household;
import vn.dancu.bus.message.population.NamedCode;
import vn.dancu.bus.message.population.PersonName;
import vn.dancu.bus.message.population.PopulationOperation;
import vn.dancu.bus.message.population.RelatedPerson;
import vn.dancu.bus.message.population.field.PropertyNames;
import vn.dancu.bus.message.population.field.RecordDescription;
import vn.dancu.bus.message.population.field.RecordField;
import vn.dancu.bus.message.population.group.GroupValues;
import vn.dancu.bus.message.population.group.OtherGroup;

class ContractTest {

    private static final String NAMESPACE = "http://dancuquocgia.bca";
    private static final Path SCHEMAS = Path.of("schemas");

    @Test
    void loadsEverySchemaWithoutTheNet() {
        assertThat(List.of(
                        "population/v1/request.xsd",
                        "population/v1/answer.xsd",
                        "citizen/v1/citizen.xsd",
                        "citizen-live/v1/citizen.xsd"))
                .allSatisfy(path -> assertThat(Schemas.of(path)).isNotNull());
    }

    @Test
    void offersEveryOperationInTheWsdl() throws Exception {
        Definition wsdl = wsdl();
        Port port = (Port) Objects.requireNonNull(wsdl.getService(new QName(NAMESPACE, "PopulationService"))
                .getPorts()
                .get("PopulationPort"));

        List<?> operations = port.getBinding().getPortType().getOperations();
        Set<String> names = operations.stream()
                .map(operation -> ((javax.wsdl.Operation) operation).getName())
                .collect(Collectors.toSet());
        assertThat(names)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(PopulationOperation.values())
                        .map(PopulationOperation::element)
                        .toList());
    }

    @Test
    void resolvesEveryNamespaceOfOursToAFile() {
        var catalog = CatalogManager.catalog(
                CatalogFeatures.defaults(), SCHEMAS.resolve("catalog.xml").toUri());

        assertThat(Path.of(URI.create(catalog.matchURI(NAMESPACE)))).isRegularFile();
        assertThat(Path.of(URI.create(catalog.matchURI("http://www.mic.gov.vn/dancu/1.0"))))
                .isRegularFile();
    }

    @ParameterizedTest
    @EnumSource(
            value = Version.class,
            names = {"QCVN_109_V1", "LIVE_V1"})
    void hasTheFieldsOfTheRecordsInEachShape(Version version) {
        Grammar grammar = Grammar.of(version);

        assertThat(elements(grammar, "CongdanCollection", "CongDan"))
                .filteredOn(name -> !name.equals("TenGoiKhac"))
                .containsExactlyElementsOf(names(CitizenFields.CITIZEN));
        assertThat(elements(grammar, "HoGiaDinh")).containsExactlyElementsOf(names(Household.FIELDS));
        assertThat(elements(grammar, "HoGiaDinh", "ThanhVien")).containsExactlyElementsOf(names(RelatedPerson.FIELDS));
        assertThat(elements(grammar, "HoGiaDinh", "ChuHo"))
                .containsExactlyElementsOf(names(RelatedPerson.FIELDS).subList(0, RelatedPerson.FIELDS_OF_NO_MEMBER));
    }

    @Test
    void hasTheFieldsOfTheRecordsInTheOpenApiDocument() throws IOException {
        JsonNode schemas = new YAMLMapper()
                .readTree(SCHEMAS.resolve("openapi/v1.yaml").toFile())
                .at("/components/schemas");

        assertThat(described(schemas.path("Citizen"))).isEqualTo(description(CitizenFields.CITIZEN));
        assertThat(described(schemas.path("Household"))).isEqualTo(description(Household.FIELDS));
        assertThat(described(schemas.path("RelatedPerson"))).isEqualTo(description(RelatedPerson.FIELDS));
        assertThat(described(schemas.path("PersonName"))).isEqualTo(description(PersonName.FIELDS));
        assertThat(described(schemas.path("Address"))).isEqualTo(description(Address.FIELDS));
        for (RecordField<Citizen, NamedCode> field : List.of(CitizenFields.DAN_TOC, CitizenFields.TON_GIAO)) {
            assertThat(described(schemas.at("/Citizen/properties/" + field.property())))
                    .isEqualTo(description(field.nested()));
        }
    }

    @Test
    void hasTheValuesOfEveryGroupInEachDocument() throws IOException {
        JsonNode schemas = new YAMLMapper()
                .readTree(SCHEMAS.resolve("openapi/v1.yaml").toFile())
                .at("/components/schemas");
        for (RecordField<Citizen, GroupValues> group : CitizenFields.GROUPS) {
            List<String> values = names(group.nested());
            for (Version version : List.of(Version.QCVN_109_V1, Version.LIVE_V1)) {
                assertThat(elements(Grammar.of(version), "CongdanCollection", "CongDan", group.element()))
                        .isEqualTo(values);
            }
            assertThat(properties(schemas.path(group.element()))).isEqualTo(values);
        }
        List<String> other = names(OtherGroup.FIELDS);
        assertThat(elements(Grammar.of(Version.QCVN_109_V1), "CongdanCollection", "CongDan", "DuLieuLamGiau"))
                .isEqualTo(other);
        assertThat(properties(schemas.path("OtherGroup"))).isEqualTo(other);
    }

    private static List<String> properties(JsonNode schema) {
        return schema.path("properties").properties().stream()
                .map(property -> PropertyNames.element(property.getKey()))
                .toList();
    }

    private static List<String> elements(Grammar grammar, String root, String... path) {
        Rule rule = grammar.root(root);
        for (String name : path) {
            rule = Objects.requireNonNull(((Rule.Complex) rule).element(name)).rule();
        }
        return ((Rule.Complex) rule)
                .steps().stream()
                        .flatMap(step -> step.alternatives().stream())
                        .map(Rule.ElementRule::name)
                        .toList();
    }

    private static List<String> names(RecordDescription<?> description) {
        return description.fields().stream().map(RecordField::element).toList();
    }

    /** The properties in their order, each with the schema of its value. */
    private static List<String> described(JsonNode schema) {
        return schema.path("properties").properties().stream()
                .map(property -> property.getKey() + " " + typeOf(property.getValue()))
                .toList();
    }

    private static String typeOf(JsonNode schema) {
        String reference = schema.path("$ref").asText();
        String named = reference.substring(reference.lastIndexOf('/') + 1);
        if (named.isEmpty()) {
            return schema.path("type").asText() + (schema.has("items") ? " of " + typeOf(schema.path("items")) : "");
        }
        return named.equals("CountryCode") ? "string" : named;
    }

    private static List<String> description(RecordDescription<?> description) {
        return description.fields().stream()
                .map(field -> field.property() + " "
                        + switch (field.kind()) {
                            case TEXT, STATUS -> "string";
                            case CODED -> "object";
                            case DATE -> "BirthDate";
                            case NAME -> "PersonName";
                            case ADDRESS -> "Address";
                            case PERSON -> "RelatedPerson";
                            case RECORD -> field.element();
                            case RECORDS ->
                                "array of "
                                        + (field == CitizenFields.DU_LIEU_LAM_GIAU ? "OtherGroup" : "RelatedPerson");
                        })
                .toList();
    }

    @Test
    void namesNobodyOutsideTheSyntheticRange() {
        try (Stream<Path> files = Files.walk(SCHEMAS)) {
            assertThat(files.filter(file -> file.toString().contains("examples") && Files.isRegularFile(file)))
                    .allSatisfy(file -> assertThat(new String(Examples.bytes(file), StandardCharsets.ISO_8859_1))
                            .doesNotContainPattern("(?<![0-9a-f-])(?!999)[0-9]{12}(?![0-9a-f])"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Definition wsdl() throws Exception {
        WSDLReader reader = WSDLFactory.newInstance().newWSDLReader();
        reader.setFeature("javax.wsdl.verbose", false);
        File file = SCHEMAS.resolve("population/v1/population.wsdl").toFile();
        return reader.readWSDL(file.toURI().toString());
    }
}
