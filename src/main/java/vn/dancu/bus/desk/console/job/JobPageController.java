package vn.dancu.bus.desk.console.job;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.dancu.bus.desk.Allowed;
import vn.dancu.bus.job.Job;
import vn.dancu.bus.job.Jobs;
import vn.dancu.bus.kernel.Role;

/** What is open first, then what ran last. */
@Controller
class JobPageController {

    private static final int SHOWN = 100;
    private static final long SECONDS = 60;

    private final Jobs jobs;

    JobPageController(Jobs jobs) {
        this.jobs = jobs;
    }

    /**
     * @param tone colour of its state
     * @param left minutes and seconds, such as {@code 2:05}; null where nobody knows
     */
    record Line(Job job, String tone, @Nullable Double rate, @Nullable String left) {

        static Line of(Job job, Instant now) {
            String tone =
                    switch (job.state()) {
                        case WAITING -> "warn";
                        case RUNNING -> "info";
                        case DONE -> "good";
                        case FAILED -> "bad";
                        case STOPPED -> "idle";
                    };
            Duration left = job.remaining(now);
            return new Line(
                    job,
                    tone,
                    job.rate(now),
                    left == null
                            ? null
                            : left.toSeconds() / SECONDS + ":" + (left.toSeconds() % SECONDS + 100 + "").substring(1));
        }
    }

    @GetMapping("/desk/jobs")
    @Allowed({Role.OPERATOR, Role.INSPECTOR})
    String list(Model model) {
        Instant now = jobs.now();
        List<Line> lines =
                jobs.list(SHOWN).stream().map(job -> Line.of(job, now)).toList();
        model.addAttribute("lines", lines);
        model.addAttribute("refreshes", true);
        return "desk/job/jobs";
    }
}
