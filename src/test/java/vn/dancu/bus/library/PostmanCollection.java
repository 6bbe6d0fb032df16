package vn.dancu.bus.library;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A collection of Postman (format 2.1, which Bruno and Insomnia import too), made from an OpenAPI document: a folder for each
 * tag, a request for each operation with its first example. The request for a token keeps the token for the others.
 */
final class PostmanCollection {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete");
    private static final String FORM = "application/x-www-form-urlencoded";

    private final JsonNode document;

    PostmanCollection(Path openApi) throws IOException {
        this.document = new YAMLMapper().readTree(openApi.toFile());
    }

    String text() throws IOException {
        ObjectNode collection = JSON.createObjectNode();
        collection
                .putObject("info")
                .put("name", document.at("/info/title").asText())
                .put("schema", "https://schema.getpostman.com/json/collection/v2.1.0/collection.json");
        collection.set("auth", bearer());
        ArrayNode variables = collection.putArray("variable");
        variable(variables, "address", document.at("/servers/0/url").asText());
        List.of("user", "secret", "token").forEach(name -> variable(variables, name, ""));
        ArrayNode folders = collection.putArray("item");
        for (JsonNode tag : document.path("tags")) {
            ObjectNode folder = folders.addObject()
                    .put("name", tag.path("name").asText())
                    .put("description", tag.path("description").asText());
            fill(folder.putArray("item"), tag.path("name").asText());
        }
        return JSON.writeValueAsString(collection) + "\n";
    }

    private void fill(ArrayNode folder, String tag) throws IOException {
        for (var path : document.path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                boolean here = operation.getValue().at("/tags/0").asText().equals(tag);
                if (here && METHODS.contains(operation.getKey())) {
                    add(folder, operation.getKey(), path.getKey(), operation.getValue());
                }
            }
        }
    }

    private void add(ArrayNode folder, String method, String path, JsonNode operation) throws IOException {
        ObjectNode item =
                folder.addObject().put("name", operation.path("summary").asText());
        JsonNode content = operation.at("/requestBody/content");
        boolean token = content.has(FORM);
        if (token) {
            keepToken(item);
        }
        ObjectNode request = item.putObject("request")
                .put("method", method.toUpperCase(Locale.ROOT))
                .put("description", operation.path("description").asText());
        if (token) {
            request.set("auth", basic());
        } else if (operation.path("security").isEmpty() && operation.has("security")) {
            request.putObject("auth").put("type", "noauth");
        }
        request.put("url", "{{address}}" + path.replaceAll("\\{(\\w+)}", ":$1"));
        content.properties().forEach(kind -> {
            request.putArray("header").addObject().put("key", "Content-Type").put("value", kind.getKey());
            request.set("body", body(kind.getKey(), example(kind.getValue())));
        });
    }

    private static ObjectNode body(String kind, JsonNode example) {
        ObjectNode body = JSON.createObjectNode();
        if (!kind.equals(FORM)) {
            return body.put("mode", "raw").put("raw", example.toPrettyString());
        }
        ArrayNode fields = body.put("mode", "urlencoded").putArray("urlencoded");
        example.properties()
                .forEach(field ->
                        variable(fields, field.getKey(), field.getValue().asText()));
        return body;
    }

    private static JsonNode example(JsonNode content) {
        JsonNode examples = content.path("examples");
        return examples.isEmpty()
                ? content.path("example")
                : examples.iterator().next().path("value");
    }

    private static void keepToken(ObjectNode item) {
        item.putArray("event")
                .addObject()
                .put("listen", "test")
                .putObject("script")
                .put("type", "text/javascript")
                .putArray("exec")
                .add("pm.collectionVariables.set('token', pm.response.json().access_token);");
    }

    private static ObjectNode bearer() {
        ObjectNode auth = JSON.createObjectNode().put("type", "bearer");
        variable(auth.putArray("bearer"), "token", "{{token}}");
        return auth;
    }

    private static ObjectNode basic() {
        ObjectNode auth = JSON.createObjectNode().put("type", "basic");
        ArrayNode pair = auth.putArray("basic");
        variable(pair, "username", "{{user}}");
        variable(pair, "password", "{{secret}}");
        return auth;
    }

    private static void variable(ArrayNode into, String key, String value) {
        into.addObject().put("key", key).put("value", value);
    }
}
