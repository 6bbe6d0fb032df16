package vn.dancu.bus.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * An OpenAPI document as the bus serves it. The file names the sandbox as its server, for programs that are made from the
 * file; the served document names the server that it came from, by a relative address, so that it is right behind every
 * proxy and follows no header of a stranger.
 */
public final class OpenApiDocument {

    private static final MediaType YAML = MediaType.valueOf("application/yaml;charset=utf-8");
    private static final String SANDBOX = "  - url: http://127.0.0.1:8080\n";
    private static final String HERE = "  - url: /\n";

    private final byte[] text;

    private OpenApiDocument(byte[] text) {
        this.text = text;
    }

    /** @param name of the file in {@code schemas/openapi}; one that is missing there stops the start */
    public static OpenApiDocument load(String name) {
        try {
            String file = new ClassPathResource("schemas/openapi/" + name).getContentAsString(StandardCharsets.UTF_8);
            return new OpenApiDocument(file.replace(SANDBOX, HERE).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The contract schemas/openapi/" + name + " is missing", e);
        }
    }

    public ResponseEntity<byte[]> response() {
        return ResponseEntity.ok().contentType(YAML).body(text);
    }
}
