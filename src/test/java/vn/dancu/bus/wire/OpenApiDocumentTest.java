package vn.dancu.bus.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The OpenAPI documents hold nothing that common generators of clients cannot read; {@code GeneratedClientsIT} runs one. */
class OpenApiDocumentTest {

    private static final Set<String> UNREAD =
            Set.of("anyOf", "oneOf", "allOf", "not", "const", "nullable", "if", "patternProperties", "discriminator");
    /** Below them names are those of the document, not keywords. */
    private static final Set<String> NAMES = Set.of("properties", "schemas", "parameters", "responses", "headers");

    private static final Set<String> VALUES = Set.of("example", "examples", "default", "enum");

    @ParameterizedTest
    @ValueSource(strings = {"v1", "admin-v1"})
    void usesNothingThatGeneratorsCannotRead(String name) throws IOException {
        List<String> findings = new ArrayList<>();

        look("", document(name), true, findings);

        assertThat(findings).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1", "admin-v1"})
    void namesAServerAndEachOperationOnceAndGivesADeleteNoBody(String name) throws IOException {
        JsonNode document = document(name);
        Set<String> operations = new HashSet<>();

        assertThat(document.path("openapi").asText()).startsWith("3.0.");
        assertThat(URI.create(document.at("/servers/0/url").asText())).hasScheme("http");
        document.path("paths").forEach(path -> path.properties().forEach(method -> {
            JsonNode operation = method.getValue();
            assertThat(operations.add(operation.path("operationId").asText()))
                    .as(operation.path("operationId").asText())
                    .isTrue();
            assertThat(method.getKey().equals("delete") && operation.has("requestBody"))
                    .as(operation.path("operationId").asText())
                    .isFalse();
        }));
        assertThat(operations).doesNotContain("").hasSizeGreaterThan(15);
    }

    private static void look(String path, JsonNode node, boolean keywords, List<String> findings) {
        if (keywords && node.path("enum").isArray() && !node.has("type")) {
            findings.add(path + " has values and no type");
        }
        node.properties().forEach(member -> {
            String here = path + "/" + member.getKey();
            if (keywords && UNREAD.contains(member.getKey())) {
                findings.add(here);
            }
            if (keywords && member.getKey().equals("type") && !member.getValue().isTextual()) {
                findings.add(here + " is not one type");
            }
            if (keywords
                    && member.getKey().equals("pattern")
                    && member.getValue().asText().contains("(?")) {
                findings.add(here + " looks ahead");
            }
            if (!keywords || !VALUES.contains(member.getKey())) {
                look(here, member.getValue(), !keywords || !NAMES.contains(member.getKey()), findings);
            }
        });
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            look(path + "/" + i, node.get(i), true, findings);
        }
    }

    private static JsonNode document(String name) throws IOException {
        return new YAMLMapper()
                .readTree(Path.of("schemas/openapi", name + ".yaml").toFile());
    }
}
