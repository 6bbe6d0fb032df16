package vn.dancu.bus.desk;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.dancu.bus.http.OpenApiDocument;

/** The contract of the administration, for everybody. */
@RestController
class ContractController {

    private final OpenApiDocument document = OpenApiDocument.load("admin-v1.yaml");

    @GetMapping("/openapi/admin-v1.yaml")
    ResponseEntity<byte[]> document() {
        return document.response();
    }
}
