package vn.dancu.bus.job;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** One piece of work that is being done; what is closed without {@link #finished} has failed. Thread-safe. */
public final class JobRun implements AutoCloseable {

    private final Job begun;
    private final Clock clock;
    private final AtomicLong done = new AtomicLong();
    private volatile boolean finished;
    private volatile @Nullable Instant endedAt;

    JobRun(Job begun, Clock clock) {
        this.begun = begun;
        this.clock = clock;
    }

    /** So much more is done. */
    public void add(long units) {
        done.addAndGet(units);
    }

    /** What goes through that stream is counted in bytes. */
    public OutputStream counted(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(int one) throws IOException {
                out.write(one);
                add(1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
                add(length);
            }
        };
    }

    public void finished() {
        finished = true;
    }

    @Override
    public void close() {
        endedAt = clock.instant();
    }

    Job job() {
        Instant ended = endedAt;
        Job.State state = ended == null ? Job.State.RUNNING : finished ? Job.State.DONE : Job.State.FAILED;
        long so = done.get();
        return new Job(
                begun.kind(),
                begun.id(),
                begun.subject(),
                begun.by(),
                begun.startedAt(),
                ended,
                state,
                begun.unit(),
                so,
                state == Job.State.DONE ? Long.valueOf(so) : null,
                begun.page());
    }
}
