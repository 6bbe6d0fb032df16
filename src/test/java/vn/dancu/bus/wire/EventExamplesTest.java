package vn.dancu.bus.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class EventExamplesTest {

    private static final Path FOLDER = Path.of("schemas/event/v1");

    @TestFactory
    Stream<DynamicTest> acceptsTheGoodEvents() throws IOException {
        return files(FOLDER.resolve("examples"))
                .map(file -> dynamicTest(Examples.nameOf(file), () -> assertThat(
                                schema().validate(Files.readString(file), InputFormat.JSON))
                        .isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> refusesTheBrokenOnes() throws IOException {
        return files(FOLDER.resolve("examples/broken"))
                .map(file -> dynamicTest(Examples.nameOf(file), () -> assertThat(
                                schema().validate(Files.readString(file), InputFormat.JSON))
                        .isNotEmpty()));
    }

    private static Stream<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
        }
    }

    private static JsonSchema schema() throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(FOLDER.resolve("audit.schema.json")));
    }
}
