package vn.dancu.bus.gateway.enrichment;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.dancu.bus.enrichment.EnrichmentJobs;
import vn.dancu.bus.enrichment.intake.Deliverer;
import vn.dancu.bus.enrichment.intake.EnrichmentIntake;
import vn.dancu.bus.kernel.PartnerId;

/** A source delivers some records in one call. */
@RestController
class BatchController {

    static final String MANIFEST = "DanCu-Manifest";

    private final EnrichmentIntake intake;

    BatchController(EnrichmentIntake intake) {
        this.intake = intake;
    }

    @PostMapping("/api/v1/enrichment/batches")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ReceiptResponse take(HttpServletRequest request, Principal partner) throws IOException {
        SentBytes.require(
                request,
                MediaType.APPLICATION_OCTET_STREAM,
                MediaType.APPLICATION_NDJSON,
                new MediaType("text", "csv"));
        EnrichmentJobs.Receipt receipt = intake.take(
                new Deliverer(new PartnerId(partner.getName()), Deliverer.Way.BATCH),
                SentBytes.manifest(request.getHeader(MANIFEST)),
                request.getInputStream());
        return new ReceiptResponse(receipt.job(), !receipt.isNew());
    }
}
