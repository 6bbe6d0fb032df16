package vn.dancu.bus.desk.contact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dancu.bus.desk.body.PublicResponses;

/** The register of contacts for programs, without sign-in. */
@RestController
@RequestMapping("/api/v1/contacts")
class PublicContactsController {

    private final ContactReader register;
    private final ObjectMapper json;

    PublicContactsController(ContactReader register, ObjectMapper json) {
        this.register = register;
        this.json = json;
    }

    @GetMapping
    ResponseEntity<byte[]> list(
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "limit", required = false) @Nullable String limit) {
        return answer(register.page(after, limit));
    }

    @GetMapping("/{authority}")
    ResponseEntity<byte[]> look(@PathVariable("authority") String code) {
        return answer(ContactResponse.publicly(register.entry(code)));
    }

    @GetMapping("/{authority}/history")
    ResponseEntity<byte[]> history(
            @PathVariable("authority") String code,
            @RequestParam(name = "after", required = false) @Nullable String after) {
        return answer(register.history(code, after, ContactResponse::publicly));
    }

    private ResponseEntity<byte[]> answer(Object content) {
        try {
            return PublicResponses.of(MediaType.APPLICATION_JSON, json.writeValueAsBytes(content));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Records of texts and days can be written", e);
        }
    }
}
