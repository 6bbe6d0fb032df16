package vn.dancu.bus.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
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
import javax.xml.namespace.QName;
import javax.xml.transform.stream.StreamSource;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;
import vn.dancu.bus.message.population.PopulationOperation;

/** The contract under which the bus is registered on X-Road. */
class XRoadContractTest {

    private static final Path FOLDER = Path.of("schemas/xroad/v4");
    private static final String NAMESPACE = "http://dancuquocgia.bca";

    @Test
    void offersEveryOperationWithItsVersion() throws Exception {
        WSDLReader reader = WSDLFactory.newInstance().newWSDLReader();
        reader.setFeature("javax.wsdl.verbose", false);
        Definition wsdl = reader.readWSDL(FOLDER.resolve("population.wsdl").toString());
        Port port = (Port) Objects.requireNonNull(wsdl.getService(new QName(NAMESPACE, "PopulationService"))
                .getPorts()
                .get("PopulationPort"));

        Set<String> names = ((List<?>) port.getBinding().getPortType().getOperations())
                .stream()
                        .map(operation -> ((javax.wsdl.Operation) operation).getName())
                        .collect(Collectors.toSet());
        assertThat(names)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(PopulationOperation.values())
                        .map(PopulationOperation::element)
                        .toList());
        assertThat(Files.readString(FOLDER.resolve("population.wsdl")).split("<xrd:version>v1</xrd:version>", -1))
                .hasSize(PopulationOperation.values().length + 1);
    }

    @Test
    void takesAnAnswerOfTheOtherContractInsideItsElement() throws IOException, SAXException {
        String answer = Files.readString(Path.of("schemas/citizen/v1/examples/mot-cong-dan.xml"));
        String wrapped = "<d:TraCuuThongTinCongDanResponse xmlns:d=\"" + NAMESPACE + "\">"
                + answer.replaceFirst("(?s)^<\\?xml.*?\\?>", "") + "</d:TraCuuThongTinCongDanResponse>";

        Schemas.of("xroad/v4/messages.xsd").newValidator().validate(new StreamSource(new StringReader(wrapped)));
    }

    @Test
    void namesNoSchemaOutsideOfTheTree() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.filter(file -> !file.toString().endsWith(".md")))
                    .allSatisfy(file ->
                            assertThat(Files.readString(file)).doesNotContainPattern("schemaLocation=\"[a-z]+:"));
        }
    }
}
