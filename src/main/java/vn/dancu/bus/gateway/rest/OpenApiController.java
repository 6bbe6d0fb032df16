package vn.dancu.bus.gateway.rest;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The contract of the REST and catalogue doors, for everybody. */
@RestController
class OpenApiController {

    private static final MediaType YAML = MediaType.valueOf("application/yaml;charset=utf-8");

    private final byte[] document;

    OpenApiController() {
        try {
            this.document = new ClassPathResource("schemas/openapi/v1.yaml").getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("The contract schemas/openapi/v1.yaml is missing", e);
        }
    }

    @GetMapping("/openapi/v1.yaml")
    ResponseEntity<byte[]> document() {
        return ResponseEntity.ok().contentType(YAML).body(document);
    }
}
