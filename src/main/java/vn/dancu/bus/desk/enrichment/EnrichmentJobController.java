package vn.dancu.bus.desk.enrichment;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dancu.bus.desk.Allowed;
import vn.dancu.bus.desk.Paging;
import vn.dancu.bus.enrichment.EnrichmentJob;
import vn.dancu.bus.enrichment.EnrichmentJobs;
import vn.dancu.bus.http.PathValues;
import vn.dancu.bus.http.StrictJsonBody;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.Role;

/** Jobs of enrichment. */
@RestController
@RequestMapping("/api/v1/admin/enrichment-jobs")
class EnrichmentJobController {

    private final EnrichmentJobs jobs;
    private final JobSteering steering;
    private final Clock clock;

    EnrichmentJobController(EnrichmentJobs jobs, JobSteering steering, Clock clock) {
        this.jobs = jobs;
        this.steering = steering;
        this.clock = clock;
    }

    /** @param perSecond null for what the settings say */
    private record ThrottleRequest(@Nullable Integer perSecond) {}

    @GetMapping
    @Allowed({Role.OPERATOR, Role.APPROVER, Role.INSPECTOR})
    Paging.Page<EnrichmentJobResponse> list(
            @RequestParam(name = "source", required = false) @Nullable String source,
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "limit", required = false) @Nullable String limit) {
        Paging paging = Paging.of(after, limit);
        List<EnrichmentJob> found =
                jobs.list(DifferenceSearch.source(source), PathValues.idAfter(after), paging.oneMore());
        Paging.Page<EnrichmentJob> page = paging.page(found, job -> job.id().toString());
        return new Paging.Page<>(page.items().stream().map(this::response).toList(), page.next());
    }

    @GetMapping("/{id}")
    @Allowed({Role.OPERATOR, Role.APPROVER, Role.INSPECTOR})
    EnrichmentJobResponse show(@PathVariable("id") String id) {
        return response(steering.job(PathValues.id(id)));
    }

    @PostMapping("/{id}/pause")
    @Allowed(Role.OPERATOR)
    EnrichmentJobResponse pause(Actor by, @PathVariable("id") String id) {
        return response(steering.pause(by, PathValues.id(id)));
    }

    @PostMapping("/{id}/resume")
    @Allowed(Role.OPERATOR)
    EnrichmentJobResponse resume(Actor by, @PathVariable("id") String id) {
        return response(steering.resume(by, PathValues.id(id)));
    }

    @PostMapping("/{id}/cancel")
    @Allowed(Role.OPERATOR)
    EnrichmentJobResponse cancel(Actor by, @PathVariable("id") String id) {
        return response(steering.cancel(by, PathValues.id(id)));
    }

    @PostMapping("/{id}/throttle")
    @Allowed(Role.OPERATOR)
    EnrichmentJobResponse throttle(Actor by, HttpServletRequest request, @PathVariable("id") String id) {
        ThrottleRequest body = StrictJsonBody.OF_ADMINISTRATION.read(request, ThrottleRequest.class);
        return response(steering.throttle(by, PathValues.id(id), body.perSecond()));
    }

    @GetMapping("/{id}/certificate")
    @Allowed({Role.OPERATOR, Role.APPROVER, Role.INSPECTOR})
    void certificate(@PathVariable("id") String id, HttpServletResponse response) throws IOException {
        steering.certificate(PathValues.id(id), response);
    }

    @GetMapping("/{id}/result")
    @Allowed({Role.OPERATOR, Role.INSPECTOR})
    void result(Actor by, @PathVariable("id") String id, HttpServletResponse response) throws IOException {
        steering.result(by, PathValues.id(id), response);
    }

    @GetMapping("/{id}/decisions")
    @Allowed({Role.OPERATOR, Role.INSPECTOR})
    void decisions(Actor by, @PathVariable("id") String id, HttpServletResponse response) throws IOException {
        steering.decisions(by, PathValues.id(id), response);
    }

    private EnrichmentJobResponse response(EnrichmentJob job) {
        return EnrichmentJobResponse.of(job, clock.instant());
    }
}
