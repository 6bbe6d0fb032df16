package vn.dancu.bus.desk;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.dancu.bus.http.ContractDocument;
import vn.dancu.bus.http.HttpSettings;

/** The contract of the administration, for everybody. */
@RestController
class ContractController {

    private final ContractDocument document;

    ContractController(HttpSettings settings) {
        this.document = new ContractDocument("admin-v1.yaml", settings);
    }

    @GetMapping("/openapi/admin-v1.yaml")
    ResponseEntity<byte[]> document() {
        return document.answer();
    }
}
