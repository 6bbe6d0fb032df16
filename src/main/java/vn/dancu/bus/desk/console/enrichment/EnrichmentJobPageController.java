package vn.dancu.bus.desk.console.enrichment;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dancu.bus.desk.Allowed;
import vn.dancu.bus.desk.Paging;
import vn.dancu.bus.desk.console.FormOutcome;
import vn.dancu.bus.desk.enrichment.DifferenceSearch;
import vn.dancu.bus.desk.enrichment.JobSteering;
import vn.dancu.bus.enrichment.EnrichmentJob;
import vn.dancu.bus.enrichment.EnrichmentJobs;
import vn.dancu.bus.enrichment.EnrichmentSource;
import vn.dancu.bus.enrichment.EnrichmentSources;
import vn.dancu.bus.enrichment.RecordOutcome;
import vn.dancu.bus.enrichment.difference.DifferenceFilter;
import vn.dancu.bus.enrichment.difference.Differences;
import vn.dancu.bus.http.PathValues;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Role;

/** Jobs of enrichment: the list, and one with its sheet, which refreshes itself while it is open. */
@Controller
class EnrichmentJobPageController {

    private static final int PAGE = 30;
    private static final String LIST = "/desk/enrichment-jobs";

    private final EnrichmentJobs jobs;
    private final JobSteering steering;
    private final Differences differences;
    private final EnrichmentSources sources;
    private final Clock clock;

    EnrichmentJobPageController(
            EnrichmentJobs jobs,
            JobSteering steering,
            Differences differences,
            EnrichmentSources sources,
            Clock clock) {
        this.jobs = jobs;
        this.steering = steering;
        this.differences = differences;
        this.sources = sources;
        this.clock = clock;
    }

    @GetMapping(LIST)
    @Allowed({Role.OPERATOR, Role.APPROVER, Role.INSPECTOR})
    String list(
            @RequestParam(name = "source", required = false) @Nullable String source,
            @RequestParam(name = "after", required = false) @Nullable String after,
            Model model) {
        String chosen = source == null || source.isBlank() ? null : source;
        List<EnrichmentJob> found = jobs.list(
                DifferenceSearch.filter(null, chosen, null, null, null).source(), PathValues.idAfter(after), PAGE + 1);
        Paging.Page<EnrichmentJob> page =
                new Paging(null, PAGE).page(found, job -> job.id().toString());
        model.addAttribute("lines", page.items().stream().map(this::line).toList());
        model.addAttribute("next", page.next());
        model.addAttribute("base", LIST + "?" + (chosen == null ? "" : "source=" + chosen + "&"));
        model.addAttribute("sources", sources.all());
        model.addAttribute("chosen", chosen == null ? "" : chosen);
        model.addAttribute(
                "refreshes", page.items().stream().anyMatch(job -> !job.state().isEnd()));
        return "desk/enrichment/jobs";
    }

    private EnrichmentJobLine line(EnrichmentJob job) {
        String title = sources.find(job.source())
                .map(EnrichmentSource::titleVi)
                .orElse(job.source().value());
        return EnrichmentJobLine.of(job, title, clock.instant());
    }

    @GetMapping(LIST + "/{job}")
    @Allowed({Role.OPERATOR, Role.APPROVER, Role.INSPECTOR})
    String show(@PathVariable("job") String id, Actor actor, Model model) {
        EnrichmentJob job = steering.job(PathValues.id(id));
        boolean isOperator = actor.has(Role.OPERATOR);
        model.addAttribute("line", line(job));
        model.addAttribute("job", job);
        model.addAttribute("headings", RecordOutcome.Heading.values());
        model.addAttribute("outcomes", RecordOutcome.values());
        model.addAttribute("waiting", differences.open(new DifferenceFilter(job.id(), null, null, null, null)));
        model.addAttribute("certified", jobs.certificate(job.id()).isPresent());
        model.addAttribute("maySteer", isOperator && !job.state().isEnd());
        model.addAttribute("mayTake", isOperator || actor.has(Role.INSPECTOR));
        model.addAttribute("held", job.state() != job.stage());
        model.addAttribute("refreshes", !job.state().isEnd());
        return "desk/enrichment/job";
    }

    @PostMapping(LIST + "/{job}/pause")
    @Allowed(Role.OPERATOR)
    String pause(@PathVariable("job") String id, Actor by, RedirectAttributes next) {
        return done(next, "enrichment.done-paused", steering.pause(by, PathValues.id(id)));
    }

    @PostMapping(LIST + "/{job}/resume")
    @Allowed(Role.OPERATOR)
    String resume(@PathVariable("job") String id, Actor by, RedirectAttributes next) {
        return done(next, "enrichment.done-resumed", steering.resume(by, PathValues.id(id)));
    }

    @PostMapping(LIST + "/{job}/cancel")
    @Allowed(Role.OPERATOR)
    String cancel(@PathVariable("job") String id, Actor by, RedirectAttributes next) {
        return done(next, "enrichment.done-cancelled", steering.cancel(by, PathValues.id(id)));
    }

    @PostMapping(LIST + "/{job}/throttle")
    @Allowed(Role.OPERATOR)
    String throttle(
            @PathVariable("job") String id,
            @RequestParam("perSecond") String perSecond,
            Actor by,
            RedirectAttributes next) {
        return done(
                next, "enrichment.done-throttled", steering.throttle(by, PathValues.id(id), limit(perSecond.strip())));
    }

    private static @Nullable Integer limit(String text) {
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("[0-9]{1,9}")) {
            throw BusException.of(ErrorCode.FIELD_INVALID, "perSecond", "a number of records, or nothing");
        }
        return Integer.valueOf(text);
    }

    private static String done(RedirectAttributes next, String text, EnrichmentJob job) {
        return FormOutcome.done(next, text, LIST + "/" + job.id());
    }

    @GetMapping(LIST + "/{job}/certificate")
    @Allowed({Role.OPERATOR, Role.APPROVER, Role.INSPECTOR})
    void certificate(@PathVariable("job") String id, HttpServletResponse response) throws IOException {
        steering.certificate(PathValues.id(id), response);
    }

    @GetMapping(LIST + "/{job}/result")
    @Allowed({Role.OPERATOR, Role.INSPECTOR})
    void result(@PathVariable("job") String id, Actor by, HttpServletResponse response) throws IOException {
        steering.result(by, PathValues.id(id), response);
    }

    @GetMapping(LIST + "/{job}/decisions")
    @Allowed({Role.OPERATOR, Role.INSPECTOR})
    void decisions(@PathVariable("job") String id, Actor by, HttpServletResponse response) throws IOException {
        steering.decisions(by, PathValues.id(id), response);
    }
}
