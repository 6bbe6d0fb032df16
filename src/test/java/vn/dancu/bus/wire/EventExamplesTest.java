package vn.dancu.bus.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class EventExamplesTest {

    private static final Path FOLDER = Path.of("schemas/event/v1");

    /** Each schema with the folder of its examples. */
    private static final Map<String, String> KINDS = Map.of(
            "audit.schema.json", "examples",
            "act.schema.json", "examples/act",
            "call.schema.json", "examples/call",
            "seal.schema.json", "examples/seal",
            "citizen-changed.schema.json", "examples/citizen-changed");

    @TestFactory
    Stream<DynamicTest> acceptsTheGoodEvents() {
        return each("", (schema, file) -> assertThat(findings(schema, file)).isEmpty());
    }

    @TestFactory
    Stream<DynamicTest> refusesTheBrokenOnes() {
        return each(
                "/broken", (schema, file) -> assertThat(findings(schema, file)).isNotEmpty());
    }

    private static Stream<DynamicTest> each(String within, Check check) {
        return KINDS.entrySet().stream().flatMap(kind -> files(FOLDER.resolve(kind.getValue() + within))
                .map(file -> dynamicTest(
                        kind.getKey() + " " + Examples.nameOf(file), () -> check.of(schema(kind.getKey()), file))));
    }

    private static Set<ValidationMessage> findings(JsonSchema schema, Path file) throws IOException {
        return schema.validate(Files.readString(file), InputFormat.JSON);
    }

    /** What is asserted of one file. */
    private interface Check {
        void of(JsonSchema schema, Path file) throws IOException;
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonSchema schema(String name) throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(FOLDER.resolve(name)));
    }
}
