package vn.dancu.bus.command.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import vn.dancu.bus.command.text.BilingualText;

/** Reads the operations from the OpenAPI document; {@code x-command} names the command of each. */
public final class ContractReader {

    private static final String RESOURCE = "/schemas/openapi/admin-v1.yaml";
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    /** Properties of a body that a folder gives. */
    private static final Set<String> OF_BUNDLE = Set.of("files", "signature");

    private static final int MAX_HEADING_LENGTH = 48;

    private final Map<?, ?> document;

    private ContractReader(Map<?, ?> document) {
        this.document = document;
    }

    /** Reads the contract from the class path. */
    public static ContractReader load() {
        try (InputStream in = ContractReader.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("The contract " + RESOURCE + " is missing");
            }
            Object read = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            return new ContractReader(map(read));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Headings of the properties of an answer, the outer first: one name may mean different things in different answers. */
    private Map<String, BilingualText> headings(Map<?, ?> operation) {
        Map<String, BilingualText> headings = new HashMap<>();
        Set<Map<?, ?>> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Map<?, ?>> schemas = new ArrayDeque<>();
        map(operation.get("responses")).forEach((status, response) -> {
            if (text(status).startsWith("2")) {
                schemas.add(jsonSchema(resolved(response)));
            }
        });
        while (!schemas.isEmpty()) {
            Map<?, ?> schema = schemas.remove();
            if (seen.add(schema)) {
                map(schema.get("properties")).forEach((name, property) -> {
                    putHeading(headings, text(name), map(property));
                    schemas.add(resolved(property));
                });
                schemas.add(resolved(schema.get("items")));
                schemas.add(resolved(schema.get("additionalProperties")));
                list(schema.get("allOf")).forEach(part -> schemas.add(resolved(part)));
            }
        }
        return headings;
    }

    /** The beginning of its description. */
    private static void putHeading(Map<String, BilingualText> headings, String name, Map<?, ?> property) {
        BilingualText whole = texts(property, "description");
        BilingualText text = new BilingualText(beginning(whole.vietnamese()), beginning(whole.english()));
        if (!text.vietnamese().isEmpty() && text.vietnamese().length() <= MAX_HEADING_LENGTH) {
            headings.putIfAbsent(name, text);
        }
    }

    private static String beginning(String description) {
        return description.split("[;,:(]", 2)[0].strip();
    }

    /** The operations, in the order of the document. */
    public List<ApiOperation> operations() {
        List<ApiOperation> all = new ArrayList<>();
        map(document.get("paths")).forEach((path, item) -> map(item).forEach((method, operation) -> {
            if (METHODS.contains(String.valueOf(method)) && map(operation).containsKey("x-command")) {
                all.add(operation(String.valueOf(path), String.valueOf(method), map(item), map(operation)));
            }
        }));
        return all;
    }

    private ApiOperation operation(String path, String method, Map<?, ?> item, Map<?, ?> operation) {
        List<OperationInput> inputs = new ArrayList<>();
        for (Object parameter : list(item.get("parameters"))) {
            inputs.add(parameter(resolved(parameter)));
        }
        for (Object parameter : list(operation.get("parameters"))) {
            inputs.add(parameter(resolved(parameter)));
        }
        Map<?, ?> body = jsonSchema(resolved(operation.get("requestBody")));
        boolean isBundle = isTrue(operation.get("x-bundle"));
        properties(body).stream()
                .filter(input -> !isBundle || !OF_BUNDLE.contains(input.name()))
                .forEach(inputs::add);
        return new ApiOperation(
                List.of(text(operation.get("x-command")).split(" ")),
                method.toUpperCase(Locale.ROOT),
                path,
                texts(operation, "summary"),
                list(operation.get("x-roles")).stream()
                        .map(ContractReader::text)
                        .toList(),
                inputs,
                !body.isEmpty(),
                isBundle,
                isFile(operation),
                headings(operation));
    }

    private OperationInput parameter(Map<?, ?> parameter) {
        Map<?, ?> schema = resolved(parameter.get("schema"));
        OperationInput.Location location =
                text(parameter.get("in")).equals("path") ? OperationInput.Location.PATH : OperationInput.Location.QUERY;
        return input(text(parameter.get("name")), location, schema, parameter, isTrue(parameter.get("required")));
    }

    private List<OperationInput> properties(Map<?, ?> schema) {
        List<OperationInput> inputs = new ArrayList<>();
        Collection<?> required = list(schema.get("required"));
        map(schema.get("properties")).forEach((name, property) -> {
            Map<?, ?> resolved = resolved(property);
            Map<?, ?> described = map(property).containsKey("description") ? map(property) : resolved;
            inputs.add(input(text(name), OperationInput.Location.BODY, resolved, described, required.contains(name)));
        });
        return inputs;
    }

    private OperationInput input(
            String name, OperationInput.Location location, Map<?, ?> schema, Map<?, ?> described, boolean required) {
        List<String> choices =
                list(schema.get("enum")).stream().map(ContractReader::text).toList();
        BilingualText description = texts(described, "description");
        return new OperationInput(
                name, location, kind(schema), required, isTrue(schema.get("x-secret")), description, choices);
    }

    private OperationInput.Kind kind(Map<?, ?> schema) {
        if (isTrue(schema.get("x-text-file"))) {
            return OperationInput.Kind.FILE;
        }
        String type = schema.get("type") instanceof Collection<?> types
                ? text(types.iterator().next())
                : text(schema.get("type"));
        return switch (type) {
            case "integer", "number" -> OperationInput.Kind.NUMBER;
            case "boolean" -> OperationInput.Kind.BOOLEAN;
            case "array" ->
                kind(resolved(schema.get("items"))) == OperationInput.Kind.OBJECT
                        ? OperationInput.Kind.OBJECTS
                        : OperationInput.Kind.TEXTS;
            case "object" -> OperationInput.Kind.OBJECT;
            default -> OperationInput.Kind.TEXT;
        };
    }

    private boolean isFile(Map<?, ?> operation) {
        return isTrue(resolved(map(operation.get("responses")).get("200")).get("x-file"));
    }

    private Map<?, ?> jsonSchema(Map<?, ?> body) {
        return resolved(map(map(body.get("content")).get("application/json")).get("schema"));
    }

    /** What a {@code $ref} within the document leads to. */
    private Map<?, ?> resolved(@Nullable Object node) {
        Map<?, ?> here = map(node);
        if (!here.containsKey("$ref")) {
            return here;
        }
        Object found = document;
        for (String step : Arrays.asList(text(here.get("$ref")).split("/")).subList(1, 4)) {
            found = map(found).get(step);
        }
        return resolved(found);
    }

    /** {@code Vietnamese / English}. */
    private static BilingualText texts(Map<?, ?> node, String key) {
        String[] both = text(node.get(key)).split(" / ", 2);
        return new BilingualText(both[0], both[both.length - 1]);
    }

    private static Map<?, ?> map(@Nullable Object node) {
        return node instanceof Map<?, ?> map ? map : Map.of();
    }

    private static Collection<?> list(@Nullable Object node) {
        return node instanceof Collection<?> list ? list : List.of();
    }

    private static String text(@Nullable Object node) {
        return node == null ? "" : String.valueOf(node).strip();
    }

    private static boolean isTrue(@Nullable Object node) {
        return Boolean.TRUE.equals(node);
    }
}
