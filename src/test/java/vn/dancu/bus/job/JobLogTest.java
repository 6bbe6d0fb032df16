package vn.dancu.bus.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobLogTest {

    private static final Instant NOW = Instant.parse("2026-11-29T03:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private static Job job(Job.State state, long done, Long total, Instant started) {
        Instant ended = state.isOpen() ? null : started.plusSeconds(1);
        return new Job(
                Job.Kind.REPLAY, "1", "subject", "hoa", started, ended, state, Job.Unit.MESSAGES, done, total, null);
    }

    @Test
    void saysHowFarAJobIsHowFastAndHowLongItTakesYet() {
        Job half = job(Job.State.RUNNING, 500, 2000L, NOW.minusSeconds(50));

        assertThat(half.percent()).isEqualTo(25);
        assertThat(half.rate(NOW)).isEqualTo(10.0);
        assertThat(half.remaining(NOW)).isEqualTo(Duration.ofSeconds(150));
        assertThat(job(Job.State.RUNNING, 500, null, NOW.minusSeconds(50)).remaining(NOW))
                .isNull();
        assertThat(job(Job.State.RUNNING, 0, 10L, NOW.minusSeconds(50)).rate(NOW))
                .isNull();
        assertThat(job(Job.State.DONE, 10, 10L, NOW.minusSeconds(50)).remaining(NOW))
                .isNull();
    }

    @Test
    void countsWhatIsWrittenAndKnowsWorkThatBrokeOff() throws IOException {
        JobLog log = new JobLog(CLOCK);
        try (JobRun good = log.begin(Job.Kind.REPORT, "good", "hoa", Job.Unit.BYTES)) {
            try (OutputStream out = good.counted(new ByteArrayOutputStream())) {
                out.write(new byte[41]);
                out.write(1);
            }
            assertThat(log.jobs(9)).singleElement().satisfies(job -> assertThat(job.state())
                    .isEqualTo(Job.State.RUNNING));
            good.finished();
        }
        log.begin(Job.Kind.REPORT, "cut", "hoa", Job.Unit.BYTES).close();

        assertThat(log.jobs(9)).extracting(Job::subject).containsExactly("cut", "good");
        assertThat(log.jobs(9)).extracting(Job::state).containsExactly(Job.State.FAILED, Job.State.DONE);
        assertThat(log.jobs(9).get(1).done()).isEqualTo(42);
    }

    @Test
    void keepsTheLastHundred() {
        JobLog log = new JobLog(CLOCK);
        for (int i = 1; i <= 101; i++) {
            log.begin(Job.Kind.REPORT, "" + i, "hoa", Job.Unit.BYTES).close();
        }

        assertThat(log.jobs(1000)).hasSize(100);
        assertThat(log.jobs(1000).get(99).subject()).isEqualTo("2");
    }

    @Test
    void showsWhatIsOpenBeforeWhatIsNewer() {
        Job old = job(Job.State.RUNNING, 1, 2L, NOW.minusSeconds(900));
        Job fresh = job(Job.State.DONE, 2, 2L, NOW);
        Jobs jobs = new Jobs(List.of(most -> List.of(fresh), most -> List.of(old)), CLOCK);

        assertThat(jobs.list(10)).containsExactly(old, fresh);
        assertThat(jobs.list(1)).containsExactly(old);
    }
}
