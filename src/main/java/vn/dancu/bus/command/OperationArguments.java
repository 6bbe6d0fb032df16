package vn.dancu.bus.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import vn.dancu.bus.command.contract.ApiOperation;
import vn.dancu.bus.command.contract.OperationInput;
import vn.dancu.bus.command.text.CommandTexts;
import vn.dancu.bus.shelf.bundle.BundleContent;
import vn.dancu.bus.shelf.bundle.BundleFolder;

/** The user's arguments of an operation, turned into the path and the body of the request. */
final class OperationArguments {

    static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final ApiOperation operation;
    private final Map<String, ArgSpec> inputs = new TreeMap<>();
    private final CommandTexts words;

    OperationArguments(ApiOperation operation, CommandTexts words) {
        this.operation = operation;
        this.words = words;
    }

    void add(OperationInput input, ArgSpec argument) {
        inputs.put(input.location() + input.name(), argument);
    }

    /** Path and query. */
    String target() {
        String path = operation.path();
        for (OperationInput input : operation.inputs(OperationInput.Location.PATH)) {
            path = path.replace("{" + input.name() + "}", encoded(String.valueOf(value(input))));
        }
        StringBuilder target = new StringBuilder(path);
        char sign = '?';
        for (OperationInput input : operation.inputs(OperationInput.Location.QUERY)) {
            Object value = value(input);
            if (value != null) {
                target.append(sign).append(input.name()).append('=').append(encoded(String.valueOf(value)));
                sign = '&';
            }
        }
        return target.toString();
    }

    /** The options as JSON; with a file, they replace or add to its content; with a folder, the bundle in it is added. */
    String body(@Nullable String file, @Nullable String bundle) {
        ObjectNode body = file == null ? JSON.createObjectNode() : parsed(new InputFile(words).read(file), file);
        if (bundle != null) {
            addBundle(body, bundle);
        }
        for (OperationInput input : operation.inputs(OperationInput.Location.BODY)) {
            Object value = value(input);
            if (value instanceof List<?> many) {
                ArrayNode array = body.putArray(input.name());
                many.forEach(each -> array.add(node(input, String.valueOf(each))));
            } else if (value != null) {
                body.set(input.name(), node(input, String.valueOf(value)));
            } else if (input.required() && !body.has(input.name())) {
                throw new CommandFailure(ExitCodes.USAGE, words.of("option.missing", input.option()));
            }
        }
        return body.toString();
    }

    private void addBundle(ObjectNode body, String folder) {
        try {
            BundleContent content = BundleFolder.readBundle(Path.of(folder));
            ObjectNode files = body.putObject("files");
            content.files().forEach(each -> files.put(each.path(), each.text()));
            if (content.signature() != null) {
                body.put("signature", content.signature());
            }
        } catch (IOException | InvalidPathException e) {
            throw new CommandFailure(ExitCodes.USAGE, words.of("bundle.none", folder));
        }
    }

    private @Nullable Object value(OperationInput input) {
        ArgSpec argument = inputs.get(input.location() + input.name());
        return argument == null ? null : argument.getValue();
    }

    private JsonNode node(OperationInput input, String text) {
        return switch (input.kind()) {
            case NUMBER -> number(input, text);
            case BOOLEAN -> JSON.getNodeFactory().booleanNode(Boolean.parseBoolean(text));
            case OBJECT, OBJECTS -> object(input, text);
            case FILE -> JSON.getNodeFactory().textNode(new InputFile(words).read(text));
            default -> JSON.getNodeFactory().textNode(text);
        };
    }

    private JsonNode number(OperationInput input, String text) {
        if (!text.matches("-?[0-9]{1,18}")) {
            throw new CommandFailure(ExitCodes.USAGE, words.of("option.number", input.option()));
        }
        return JSON.getNodeFactory().numberNode(Long.parseLong(text));
    }

    /** {@code name=value;name=value}, or JSON for what that cannot say. */
    private JsonNode object(OperationInput input, String text) {
        if (text.startsWith("{")) {
            return parsed(text, input.option());
        }
        ObjectNode object = JSON.createObjectNode();
        for (String pair : text.split(";")) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new CommandFailure(ExitCodes.USAGE, words.of("option.object", input.option()));
            }
            object.put(
                    pair.substring(0, equals).strip(),
                    pair.substring(equals + 1).strip());
        }
        return object;
    }

    private ObjectNode parsed(String content, String where) {
        try {
            if (JSON.readTree(content) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            // reported below
        }
        throw new CommandFailure(ExitCodes.USAGE, words.of("file.nojson", where));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
