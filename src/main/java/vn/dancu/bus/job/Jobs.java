package vn.dancu.bus.job;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** The work of all rooms. */
public final class Jobs {

    private final List<JobSource> sources;
    private final Clock clock;

    Jobs(List<JobSource> sources, Clock clock) {
        this.sources = List.copyOf(sources);
        this.clock = clock;
    }

    /**
     * What is open first, then the newest.
     *
     * @param most of each kind of source, and altogether
     */
    public List<Job> list(int most) {
        return sources.stream()
                .flatMap(source -> source.jobs(most).stream())
                .sorted(Comparator.comparing((Job job) -> !job.state().isOpen())
                        .thenComparing(Job::startedAt, Comparator.reverseOrder())
                        .thenComparing(Job::id))
                .limit(most)
                .toList();
    }

    public Instant now() {
        return clock.instant();
    }
}
