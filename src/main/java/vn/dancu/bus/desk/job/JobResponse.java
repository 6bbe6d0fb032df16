package vn.dancu.bus.desk.job;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.job.Job;

/**
 * See {@link Job}.
 *
 * @param rate units a second
 * @param remaining seconds at the rate so far
 */
record JobResponse(
        String kind,
        String id,
        String subject,
        @Nullable String by,
        Instant startedAt,
        @Nullable Instant endedAt,
        String state,
        String unit,
        long done,
        @Nullable Long total,
        @Nullable Double rate,
        @Nullable Long remaining) {

    static JobResponse of(Job job, Instant now) {
        Duration left = job.remaining(now);
        return new JobResponse(
                job.kind().word(),
                job.id(),
                job.subject(),
                job.by(),
                job.startedAt(),
                job.endedAt(),
                job.state().word(),
                job.unit().word(),
                job.done(),
                job.total(),
                job.rate(now),
                left == null ? null : left.toSeconds());
    }
}
