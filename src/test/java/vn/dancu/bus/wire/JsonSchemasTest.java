package vn.dancu.bus.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import vn.dancu.bus.message.MessageContext;
import vn.dancu.bus.message.Version;

/** The JSON Schemas are made from the XML Schemas; what lies beside those must be what is made now. */
class JsonSchemasTest {

    private static final MessageContext CONTEXT = MessageContext.create();

    @TestFactory
    Stream<DynamicTest> liesBesideItsXmlSchemaAsItIsMade() {
        return Arrays.stream(Version.values())
                .map(version -> dynamicTest(version.family() + "/v" + version.number(), () -> check(version)));
    }

    private static void check(Version version) throws IOException {
        Path kept = Path.of(version.schema().replaceFirst("\\.xsd$", ".schema.json"));
        byte[] made = CONTEXT.jsonSchema(version);

        if (!Files.exists(kept) || !Arrays.equals(made, Files.readAllBytes(kept))) {
            Path right = Path.of("target").resolve(kept);
            Files.createDirectories(right.getParent());
            Files.write(right, made);
            assertThat(Files.exists(kept) ? Files.readString(kept) : "")
                    .as("%s is not what its XML Schema says; take %s", kept, right)
                    .isEqualTo(new String(made, StandardCharsets.UTF_8));
        }
    }
}
