package vn.dancu.bus.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** An OpenAPI document as this installation publishes it: its own public address in place of the sandbox's. */
public final class ContractDocument {

    private static final MediaType YAML = MediaType.valueOf("application/yaml;charset=utf-8");
    private static final String SANDBOX = "http://127.0.0.1:8080";

    private final byte[] text;

    /** @param file in {@code schemas/openapi} */
    public ContractDocument(String file, HttpSettings settings) {
        try {
            String written =
                    new ClassPathResource("schemas/openapi/" + file).getContentAsString(StandardCharsets.UTF_8);
            this.text = written.replace(SANDBOX, settings.addressOf("")).getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The contract schemas/openapi/" + file + " is missing", e);
        }
    }

    /** The document as an answer. */
    public ResponseEntity<byte[]> answer() {
        return ResponseEntity.ok().contentType(YAML).body(text);
    }
}
