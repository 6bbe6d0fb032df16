package vn.dancu.bus.partner.connection.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.kernel.YamlFileException;

class StepPlanReaderTest {

    private static final Path BROKEN = Path.of("src/test/resources/connection/broken");
    private static final Path SHIPPED = Path.of("src/main/resources/connection/steps.yaml");

    private final StepPlanReader reading = new StepPlanReader();

    @Test
    void readsTheTenStepsInTheirOrder() throws IOException {
        StepPlan plan = reading.read("steps.yaml", Files.readString(SHIPPED));

        assertThat(plan.steps())
                .extracting(ConnectionStep::id)
                .containsExactly(
                        "application",
                        "legal-basis",
                        "contact-officer",
                        "infrastructure",
                        "security",
                        "agreement",
                        "conformance",
                        "credentials",
                        "go-live",
                        "check-after");
    }

    @Test
    void saysOfEachStepOnWhichTextItRests() throws IOException {
        StepPlan plan = reading.read("steps.yaml", Files.readString(SHIPPED));

        assertThat(plan.steps()).allSatisfy(step -> assertThat(step.basis())
                .matches(".*(Điều [0-9]+|văn bản đề nghị|Mặc định của phần mềm).*"));
        assertThat(plan.find("go-live").orElseThrow().decision())
                .isEqualTo(new ConnectionStep.Decision(
                        plan.find("go-live").orElseThrow().decision().checks(),
                        List.of(Role.APPROVER, Role.OPERATOR),
                        3));
        assertThat(plan.find("application").orElseThrow().decision().within()).isEqualTo(5);
    }

    @Test
    void knowsAFileByItsContent() throws IOException {
        String text = Files.readString(SHIPPED);

        String version = reading.read("a", text).version();

        assertThat(version).matches("[0-9a-f]{64}");
        assertThat(reading.read("b", text).version()).isEqualTo(version);
        assertThat(reading.read("a", text + "# \n").version()).isNotEqualTo(version);
    }

    /** The first line of each file is a comment that says at which line, and why, it is refused. */
    @TestFactory
    Stream<DynamicTest> refusesWithLineAndRule() throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.list(BROKEN)) {
            files = found.sorted().toList();
        }
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> refuses(file)));
    }

    private void refuses(Path file) throws IOException {
        String text = Files.readString(file);
        String expected = text.lines().findFirst().orElseThrow().substring(2);

        assertThatThrownBy(() -> reading.read("steps.yaml", text))
                .isInstanceOf(YamlFileException.class)
                .hasMessageStartingWith("steps.yaml:" + expected);
    }
}
