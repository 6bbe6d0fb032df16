package vn.dancu.bus.gateway.rest;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.dancu.bus.http.ContractDocument;
import vn.dancu.bus.http.HttpSettings;

/** The contract of the REST and catalogue doors, for everybody. */
@RestController
class OpenApiController {

    private final ContractDocument document;

    OpenApiController(HttpSettings settings) {
        this.document = new ContractDocument("v1.yaml", settings);
    }

    @GetMapping("/openapi/v1.yaml")
    ResponseEntity<byte[]> document() {
        return document.answer();
    }
}
