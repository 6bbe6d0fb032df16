package vn.dancu.bus.gateway.rest;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.dancu.bus.http.OpenApiDocument;

/** The contract of the REST and catalogue doors, for everybody. */
@RestController
class OpenApiController {

    private final OpenApiDocument document = OpenApiDocument.load("v1.yaml");

    @GetMapping("/openapi/v1.yaml")
    ResponseEntity<byte[]> document() {
        return document.response();
    }
}
