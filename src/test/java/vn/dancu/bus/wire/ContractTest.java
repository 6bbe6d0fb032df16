package vn.dancu.bus.wire;

import static org.assertj.core.api.Assertions.assertThat;

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
import vn.dancu.bus.message.population.CitizenFields;
import vn.dancu.bus.message.population.PopulationOperation;

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

    @Test
    void namesEveryReleasableFieldInBothShapes() throws IOException {
        for (String family : List.of("citizen/v1", "citizen-live/v1", "population/v1")) {
            String file = family.startsWith("citizen") ? "citizen.xsd" : "answer.xsd";
            String schema = Files.readString(SCHEMAS.resolve(family).resolve(file));

            assertThat(Stream.concat(CitizenFields.OF_CITIZEN.stream(), CitizenFields.OF_HOUSEHOLD.stream()))
                    .allSatisfy(field -> assertThat(schema).contains("name=\"" + field + "\""));
        }
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
