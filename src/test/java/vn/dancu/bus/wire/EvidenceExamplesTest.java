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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import vn.dancu.bus.audit.evidence.verify.EvidenceVerifier;
import vn.dancu.bus.audit.evidence.verify.TrustAnchors;
import vn.dancu.bus.audit.evidence.verify.VerificationReport;

/** The examples fit their schemas, and a verifier that did not write them finds them right. */
class EvidenceExamplesTest {

    private static final Path FOLDER = Path.of("schemas/evidence/v1");
    private static final Path PROOF = FOLDER.resolve("examples/proof.json");
    private static final Path LINES = FOLDER.resolve("examples/evidence.jsonl");

    @Test
    void acceptsTheProofAndEachLine() throws IOException {
        assertThat(schema("proof").validate(Files.readString(PROOF), InputFormat.JSON))
                .isEmpty();
        for (String line : Files.readAllLines(LINES)) {
            assertThat(schema("line").validate(line, InputFormat.JSON)).isEmpty();
        }
    }

    @TestFactory
    Stream<DynamicTest> refusesTheBrokenProofs() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER.resolve("examples/broken"))) {
            return files
                    .sorted()
                    .map(file -> dynamicTest(Examples.nameOf(file), () -> assertThat(
                                    schema("proof").validate(Files.readString(file), InputFormat.JSON))
                            .isNotEmpty()))
                    .toList()
                    .stream();
        }
    }

    @Test
    void verifiesTheExamples() {
        VerificationReport proof = EvidenceVerifier.verify(PROOF, TrustAnchors.NONE);
        VerificationReport lines = EvidenceVerifier.verify(LINES, TrustAnchors.NONE);

        assertThat(proof.findings()).isEmpty();
        assertThat(lines.findings()).isEmpty();
        assertThat(lines.records()).isEqualTo(3);
        assertThat(lines.lastSeal()).isEqualTo(proof.lastSeal());
    }

    private static JsonSchema schema(String name) throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(FOLDER.resolve(name + ".schema.json")));
    }
}
