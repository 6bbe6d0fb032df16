package vn.dancu.bus.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The contract of the administration, for everybody. */
@RestController
class ContractController {

    private static final MediaType YAML = MediaType.valueOf("application/yaml;charset=utf-8");

    private final byte[] document;

    ContractController() {
        try {
            this.document = new ClassPathResource("schemas/openapi/admin-v1.yaml").getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("The contract schemas/openapi/admin-v1.yaml is missing", e);
        }
    }

    @GetMapping("/openapi/admin-v1.yaml")
    ResponseEntity<byte[]> document() {
        return ResponseEntity.ok().contentType(YAML).body(document);
    }
}
