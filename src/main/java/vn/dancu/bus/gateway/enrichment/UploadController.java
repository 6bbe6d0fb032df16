package vn.dancu.bus.gateway.enrichment;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.dancu.bus.enrichment.intake.Deliverer;
import vn.dancu.bus.enrichment.intake.EnrichmentIntake;
import vn.dancu.bus.enrichment.intake.FileUpload;
import vn.dancu.bus.http.PathValues;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;

/** A source delivers a file in parts: its manifest first, then part after part, and at the end the word that it is whole. */
@RestController
@RequestMapping("/api/v1/enrichment/deliveries")
class UploadController {

    private static final String OFFSET = "Upload-Offset";
    private static final String LENGTH = "Upload-Length";
    private static final MediaType SIGNED = MediaType.parseMediaType("application/jose");

    private final EnrichmentIntake intake;

    UploadController(EnrichmentIntake intake) {
        this.intake = intake;
    }

    @PostMapping
    ResponseEntity<UploadResponse> open(HttpServletRequest request, Principal partner) throws IOException {
        SentBytes.require(request, MediaType.APPLICATION_JSON, SIGNED);
        FileUpload upload = intake.open(
                new Deliverer(id(partner), Deliverer.Way.UPLOAD), SentBytes.manifest(request.getInputStream()));
        return ResponseEntity.status(HttpStatus.CREATED)
                .headers(headers(upload))
                .header(HttpHeaders.LOCATION, "/api/v1/enrichment/deliveries/" + upload.id())
                .body(UploadResponse.of(upload));
    }

    /** Its headers answer HEAD too. */
    @GetMapping("/{id}")
    ResponseEntity<UploadResponse> one(@PathVariable("id") String id, Principal partner) {
        FileUpload upload = intake.find(id(partner), PathValues.id(id));
        return ResponseEntity.ok().headers(headers(upload)).body(UploadResponse.of(upload));
    }

    @PatchMapping("/{id}")
    ResponseEntity<Void> append(
            @PathVariable("id") String id, HttpServletRequest request, HttpServletResponse response, Principal partner)
            throws IOException {
        SentBytes.require(request, MediaType.APPLICATION_OCTET_STREAM);
        UUID upload = PathValues.id(id);
        try {
            FileUpload now =
                    intake.append(id(partner), upload, offset(request.getHeader(OFFSET)), request.getInputStream());
            return ResponseEntity.noContent().headers(headers(now)).build();
        } catch (BusException e) {
            if (e.refusal().code() == ErrorCode.OFFSET_WRONG) {
                response.setHeader(OFFSET, e.refusal().rule());
            }
            throw e;
        }
    }

    @PostMapping("/{id}/complete")
    @ResponseStatus(HttpStatus.ACCEPTED)
    UploadResponse complete(@PathVariable("id") String id, Principal partner) throws IOException {
        return UploadResponse.of(intake.complete(new Deliverer(id(partner), Deliverer.Way.UPLOAD), PathValues.id(id)));
    }

    private static HttpHeaders headers(FileUpload upload) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(OFFSET, String.valueOf(upload.received()));
        headers.set(LENGTH, String.valueOf(upload.length()));
        headers.setCacheControl("no-store");
        return headers;
    }

    private static long offset(@Nullable String text) {
        if (text == null || !text.matches("[0-9]{1,15}")) {
            throw BusException.of(ErrorCode.HEADER_INVALID, OFFSET, "the number of bytes before this part");
        }
        return Long.parseLong(text);
    }

    private static PartnerId id(Principal partner) {
        return new PartnerId(partner.getName());
    }
}
