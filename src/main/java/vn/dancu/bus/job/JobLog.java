package vn.dancu.bus.job;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.UUID;

/** Work of this instance that no room keeps, the last 100 pieces of it; forgotten when the instance stops. */
public final class JobLog implements JobSource {

    private static final int KEPT = 100;

    private final Deque<JobRun> runs = new ArrayDeque<>();
    private final Clock clock;

    JobLog(Clock clock) {
        this.clock = clock;
    }

    /**
     * Notes that work begins.
     *
     * @return to be closed when it is over, well or not
     */
    public JobRun begin(Job.Kind kind, String subject, String by, Job.Unit unit) {
        JobRun run = new JobRun(
                new Job(
                        kind,
                        UUID.randomUUID().toString(),
                        subject,
                        by,
                        clock.instant(),
                        null,
                        Job.State.RUNNING,
                        unit,
                        0,
                        null,
                        null),
                clock);
        synchronized (runs) {
            if (runs.size() >= KEPT) {
                runs.removeFirst();
            }
            runs.addLast(run);
        }
        return run;
    }

    @Override
    public List<Job> jobs(int most) {
        List<JobRun> newest;
        synchronized (runs) {
            newest = new ArrayList<>(runs);
        }
        Collections.reverse(newest);
        return newest.stream().limit(most).map(JobRun::job).toList();
    }
}
