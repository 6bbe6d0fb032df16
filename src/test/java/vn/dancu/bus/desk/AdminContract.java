package vn.dancu.bus.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The OpenAPI document of the administration, as a test looks at it. */
final class AdminContract {

    static final Path FILE = Path.of("schemas/openapi/admin-v1.yaml");
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    static JsonNode document() {
        try {
            return new YAMLMapper().readTree(FILE.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Operations by method and path, such as {@code GET /api/v1/admin/account}. */
    static Map<String, JsonNode> operations() {
        Map<String, JsonNode> operations = new TreeMap<>();
        document().path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(operation -> {
                    if (METHODS.contains(operation.getKey())) {
                        operations.put(
                                operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                operation.getValue());
                    }
                }));
        return operations;
    }

    private AdminContract() {}
}
