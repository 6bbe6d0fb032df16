package vn.dancu.bus.gateway.enrichment;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dancu.bus.enrichment.EnrichmentJob;
import vn.dancu.bus.enrichment.intake.EnrichmentIntake;
import vn.dancu.bus.http.PagePart;
import vn.dancu.bus.http.PathValues;
import vn.dancu.bus.kernel.PartnerId;

/** A source sees what becomes of its files, and fetches the certificate, the result and the decisions of each. */
@RestController
@RequestMapping("/api/v1/enrichment/jobs")
class DeliveredJobController {

    private static final int MOST = 200;

    private final EnrichmentIntake intake;
    private final Clock clock;

    DeliveredJobController(EnrichmentIntake intake, Clock clock) {
        this.intake = intake;
        this.clock = clock;
    }

    @GetMapping
    DeliveredJobsResponse list(
            @RequestParam(name = "limit", required = false) @Nullable String limit, Principal partner) {
        List<EnrichmentJob> found = intake.jobs(
                new PartnerId(partner.getName()), PagePart.of(null, limit, MOST).limit());
        return new DeliveredJobsResponse(found.stream()
                .map(job -> DeliveredJobResponse.of(job, clock.instant()))
                .toList());
    }

    @GetMapping("/{id}")
    DeliveredJobResponse one(@PathVariable("id") String id, Principal partner) {
        return DeliveredJobResponse.of(
                intake.job(new PartnerId(partner.getName()), PathValues.id(id)), clock.instant());
    }

    @GetMapping("/{id}/certificate")
    ResponseEntity<byte[]> certificate(@PathVariable("id") String id, Principal partner) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(intake.certificate(new PartnerId(partner.getName()), PathValues.id(id)));
    }

    @GetMapping("/{id}/result")
    void result(@PathVariable("id") String id, HttpServletResponse response, Principal partner) throws IOException {
        UUID job = PathValues.id(id);
        try (InputStream content = intake.result(new PartnerId(partner.getName()), job)) {
            response.setContentType("application/gzip");
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + job + ".csv.gz\"");
            content.transferTo(response.getOutputStream());
        }
    }

    /** What clerks decided of its differences, and what it is asked. */
    @GetMapping("/{id}/decisions")
    void decisions(@PathVariable("id") String id, HttpServletResponse response, Principal partner) throws IOException {
        PartnerId source = new PartnerId(partner.getName());
        UUID job = intake.job(source, PathValues.id(id)).id();
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + job + "-decisions.csv\"");
        intake.writeDecisions(source, job, response.getOutputStream());
    }
}
