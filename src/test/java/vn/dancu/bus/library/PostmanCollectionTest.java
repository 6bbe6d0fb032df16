package vn.dancu.bus.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code samples/postman} keeps step with the OpenAPI document. */
class PostmanCollectionTest {

    private static final Path COLLECTION = Path.of("samples/postman/dancu-bus.postman_collection.json");
    private static final Path MADE = Path.of("target/dancu-bus.postman_collection.json");

    @Test
    void isTheOneOfTheDocument() throws IOException {
        String made = new PostmanCollection(Path.of("schemas/openapi/v1.yaml")).text();
        Files.createDirectories(MADE.getParent());
        Files.writeString(MADE, made);

        assertThat(Files.exists(COLLECTION) ? Files.readString(COLLECTION) : "")
                .as("the document has changed: copy " + MADE + " to " + COLLECTION)
                .isEqualTo(made);
    }
}
