package vn.dancu.bus.desk.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dancu.bus.desk.Allowed;
import vn.dancu.bus.desk.Paging;
import vn.dancu.bus.job.Jobs;
import vn.dancu.bus.kernel.Role;

/** Work of all rooms: what is open first, then the newest. */
@RestController
@RequestMapping("/api/v1/admin/jobs")
class JobController {

    private final Jobs jobs;

    JobController(Jobs jobs) {
        this.jobs = jobs;
    }

    @GetMapping
    @Allowed({Role.OPERATOR, Role.INSPECTOR})
    Paging.Page<JobResponse> list(@RequestParam(name = "limit", required = false) @Nullable String limit) {
        Instant now = jobs.now();
        return new Paging.Page<>(
                jobs.list(Paging.of(null, limit).limit()).stream()
                        .map(job -> JobResponse.of(job, now))
                        .toList(),
                null);
    }
}
