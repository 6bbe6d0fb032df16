package vn.dancu.bus.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static vn.dancu.bus.wire.Examples.in;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.xmlunit.assertj3.XmlAssert;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.MessageContext;
import vn.dancu.bus.message.Version;
import vn.dancu.bus.message.population.Answer;
import vn.dancu.bus.message.population.PopulationOperation;

class AnswerExamplesTest {

    private static final MessageContext CONTEXT = MessageContext.create();
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Map<Version, String> FAMILIES =
            Map.of(Version.QCVN_109_V1, "citizen/v1", Version.LIVE_V1, "citizen-live/v1");
    private static final Schema SERVED = Schemas.of("population/v1/answer.xsd");
    private static final Refusal REFUSAL = new Refusal(
            ErrorCode.FIELD_MISSING,
            "HoVaTen",
            "HoVaTen is required",
            UUID.fromString("3f0a8f0e-6d0b-4d5e-9a51-0f2b7e1c8a40"));

    @TestFactory
    Stream<DynamicTest> writesTheXmlThatItReads() {
        return each(".xml", (version, file) -> {
            Answer answer = CONTEXT.populationXml(version).readAnswer(operationOf(file), in(file));

            byte[] written = CONTEXT.populationXml(version).write(answer);

            XmlAssert.assertThat(written)
                    .and(Examples.bytes(file))
                    .ignoreWhitespace()
                    .areSimilar();
            Schemas.of(family(version) + "/citizen.xsd").newValidator().validate(new StreamSource(in(written)));
        });
    }

    @TestFactory
    Stream<DynamicTest> writesWhatTheServedSchemaAccepts() {
        return each(".xml", (version, file) -> {
            Answer answer = CONTEXT.populationXml(version).readAnswer(operationOf(file), in(file));

            SERVED.newValidator()
                    .validate(new StreamSource(in(CONTEXT.populationXml(version).write(answer))));
        });
    }

    @TestFactory
    Stream<DynamicTest> readsTheSameFromXmlAndFromJson() {
        return each(".json", (version, file) -> {
            Path xml = file.resolveSibling(Examples.nameOf(file) + ".xml");
            Answer fromJson = CONTEXT.populationJson().readAnswer(operationOf(file), in(file));

            byte[] written = CONTEXT.populationJson().write(fromJson);

            assertThat(fromJson).isEqualTo(CONTEXT.populationXml(version).readAnswer(operationOf(file), in(xml)));
            assertThat(MAPPER.readTree(written)).isEqualTo(MAPPER.readTree(file.toFile()));
        });
    }

    @TestFactory
    Stream<DynamicTest> refusesWhatIsBroken() {
        return FAMILIES.keySet().stream().flatMap(version -> Examples.of(family(version)).broken().stream()
                .map(broken -> dynamicTest(version + " " + broken, () -> {
                    BusException refused = catchThrowableOfType(BusException.class, () -> read(version, broken));

                    assertThat(refused).isNotNull();
                    assertThat(refused.refusal().code().code()).isEqualTo(broken.code());
                    assertThat(refused.refusal().field()).isEqualTo(broken.field());
                    assertThat(refused.refusal().toString()).doesNotContain("Nguyễn", "NGUYỄN", "99908");
                    assertThat(refused).hasNoCause();
                })));
    }

    @Test
    void writesTheErrorOfTheExamples() throws Exception {
        for (Version version : FAMILIES.keySet()) {
            Path file = Examples.of(family(version)).folder().resolve("loi.xml");
            byte[] written = CONTEXT.populationXml(version).write(REFUSAL);

            XmlAssert.assertThat(written)
                    .and(Examples.bytes(file))
                    .ignoreWhitespace()
                    .areSimilar();
            SERVED.newValidator().validate(new StreamSource(in(written)));
        }
        Path json = Examples.of("citizen/v1").folder().resolve("loi.json");
        assertThat(MAPPER.readTree(CONTEXT.populationJson().write(REFUSAL))).isEqualTo(MAPPER.readTree(json.toFile()));
    }

    private static Stream<DynamicTest> each(String extension, Check check) {
        return FAMILIES.keySet().stream().flatMap(version -> Examples.of(family(version)).good(extension).stream()
                .filter(file -> !Examples.nameOf(file).equals("loi"))
                .map(file -> dynamicTest(version + " " + Examples.nameOf(file), () -> check.accept(version, file))));
    }

    private static String family(Version version) {
        return Objects.requireNonNull(FAMILIES.get(version));
    }

    private static Answer read(Version version, Examples.Broken broken) {
        PopulationOperation operation = PopulationOperation.TRA_CUU_THONG_TIN_CONG_DAN;
        return broken.isJson()
                ? CONTEXT.populationJson().readAnswer(operation, in(broken.file()))
                : CONTEXT.populationXml(version).readAnswer(operation, in(broken.file()));
    }

    private static PopulationOperation operationOf(Path file) {
        String name = Examples.nameOf(file);
        if (name.startsWith("ho-gia-dinh")) {
            return PopulationOperation.CUNG_CAP_THONG_TIN_HO_GIA_DINH;
        }
        return switch (name) {
            case "xac-thuc" -> PopulationOperation.XAC_THUC_THONG_TIN_CONG_DAN;
            case "xac-minh" -> PopulationOperation.XAC_MINH_THONG_TIN_NHAN_THAN;
            default -> PopulationOperation.TRA_CUU_THONG_TIN_CONG_DAN;
        };
    }

    /** What is checked of one example. */
    @FunctionalInterface
    private interface Check {
        void accept(Version version, Path file) throws Exception;
    }
}
