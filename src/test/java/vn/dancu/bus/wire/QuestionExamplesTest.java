package vn.dancu.bus.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static vn.dancu.bus.wire.Examples.in;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.message.MessageContext;
import vn.dancu.bus.message.Version;
import vn.dancu.bus.message.population.CitizenQuery;
import vn.dancu.bus.message.population.PopulationOperation;
import vn.dancu.bus.message.population.PopulationXml;

class QuestionExamplesTest {

    private static final Examples EXAMPLES = Examples.of("population/v1");
    private static final MessageContext CONTEXT = MessageContext.create();
    private static final PopulationXml XML = CONTEXT.populationXml(Version.QCVN_109_V1);
    private static final Schema SCHEMA = Schemas.of("population/v1/request.xsd");

    @TestFactory
    Stream<DynamicTest> readsTheSameFromXmlAndFromJson() {
        return EXAMPLES.good(".xml").stream()
                .map(file -> dynamicTest(Examples.nameOf(file), () -> {
                    CitizenQuery fromXml = XML.readQuery(in(file));

                    assertThat(CONTEXT.populationJson().readQuery(in(jsonOf(file))))
                            .isEqualTo(fromXml);
                    assertThat(CONTEXT.populationJson().readQuery(fromXml.operation(), in(jsonOf(file))))
                            .isEqualTo(fromXml);
                    assertThat(CONTEXT.populationXml(Version.LIVE_V1).readQuery(in(file)))
                            .isEqualTo(fromXml);
                }));
    }

    @TestFactory
    Stream<DynamicTest> writesWhatItReads() {
        return EXAMPLES.good(".xml").stream()
                .map(file -> dynamicTest(Examples.nameOf(file), () -> {
                    SCHEMA.newValidator().validate(new StreamSource(in(file)));
                    CitizenQuery query = XML.readQuery(in(file));

                    byte[] xml = XML.writeQuery(query);
                    byte[] json = CONTEXT.populationJson().writeQuery(query);

                    SCHEMA.newValidator().validate(new StreamSource(in(xml)));
                    assertThat(XML.readQuery(in(xml))).isEqualTo(query);
                    assertThat(CONTEXT.populationJson().readQuery(in(json))).isEqualTo(query);
                    assertThat(new String(xml, StandardCharsets.UTF_8))
                            .startsWith("<" + query.operation().element());
                }));
    }

    @Test
    void haveAnExampleForEveryOperation() {
        Set<PopulationOperation> shown = EXAMPLES.good(".xml").stream()
                .map(file -> XML.readQuery(in(file)).operation())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(PopulationOperation.class)));

        assertThat(shown).containsExactlyInAnyOrder(PopulationOperation.values());
    }

    @TestFactory
    Stream<DynamicTest> refusesWhatIsBroken() {
        return EXAMPLES.broken().stream()
                .map(broken -> dynamicTest(broken.toString(), () -> {
                    BusException refused = catchThrowableOfType(BusException.class, () -> read(broken));

                    assertThat(refused).isNotNull();
                    assertThat(refused.refusal().code().code()).isEqualTo(broken.code());
                    assertThat(refused.refusal().field()).isEqualTo(broken.field());
                    assertThat(refused.refusal().rule()).isNotBlank();
                }));
    }

    @TestFactory
    Stream<DynamicTest> neverRepeatsAValueThatWasSent() {
        return EXAMPLES.broken().stream()
                .map(broken -> dynamicTest(broken.toString(), () -> {
                    BusException refused = catchThrowableOfType(BusException.class, () -> read(broken));

                    StringBuilder told = new StringBuilder(refused.refusal().toString());
                    for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
                        told.append('\n').append(cause);
                    }
                    told.append(new String(CONTEXT.populationJson().write(refused.refusal()), StandardCharsets.UTF_8));
                    String occurrence = refused.refusal().occurrence().toString();
                    assertThat(told.toString().replace(occurrence, ""))
                            .doesNotContain(
                                    "NGUYEN",
                                    "99908",
                                    "999000",
                                    "19800102",
                                    "1980-01",
                                    "20230229",
                                    "2023-02",
                                    "canbo01");
                }));
    }

    private static CitizenQuery read(Examples.Broken broken) {
        return broken.isJson()
                ? CONTEXT.populationJson().readQuery(in(broken.file()))
                : XML.readQuery(in(broken.file()));
    }

    private static Path jsonOf(Path xml) {
        return Objects.requireNonNull(xml.getParent()).resolve(Examples.nameOf(xml) + ".json");
    }
}
