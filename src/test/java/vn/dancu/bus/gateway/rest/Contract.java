package vn.dancu.bus.gateway.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Set;

/**
 * The OpenAPI document, and its schemas as validators. Those of OpenAPI 3.0 are read as JSON Schema of draft 2020-12, which they
 * are as long as none uses {@code nullable}, {@code discriminator} or a boolean {@code exclusiveMinimum}.
 */
final class Contract {

    private final JsonNode document;
    private final JsonSchemaFactory factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    Contract() {
        try {
            this.document =
                    new YAMLMapper().readTree(Path.of("schemas/openapi/v1.yaml").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode document() {
        return document;
    }

    /** What is wrong with an instance by the schema at a JSON pointer into the document. */
    Set<ValidationMessage> findings(String pointer, JsonNode instance) {
        ObjectNode root = document.deepCopy();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.put("$ref", "#" + pointer);
        SchemaValidatorsConfig config =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        JsonSchema schema = factory.getSchema(root, config);
        return schema.validate(instance);
    }

    Set<ValidationMessage> findingsByName(String schema, JsonNode instance) {
        return findings("/components/schemas/" + schema, instance);
    }
}
