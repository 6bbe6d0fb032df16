package vn.dancu.bus.message.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * Bounded fuzzing: {@code -Dtest.fuzz.seconds=600 -Dtest.fuzz.executions=1000000000} for a long run, and
 * {@code -Dtest.fuzz.seed} for another one.
 */
class FuzzTest {

    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final int STACK = 256 << 10;

    @Test
    void readsOrRefusesWhateverComes() throws Exception {
        Duration time = Duration.ofSeconds(Long.getLong("test.fuzz.seconds", 12));
        long executions = Long.getLong("test.fuzz.executions", 50_000);
        Fuzzing fuzzing = new Fuzzing(Long.getLong("test.fuzz.seed", 20261124L), time.toNanos(), executions);
        Thread thread = new Thread(null, fuzzing, "fuzzing", STACK);
        thread.setDaemon(true);

        thread.start();
        watch(thread, fuzzing);

        Files.writeString(Path.of("target/fuzz.txt"), fuzzing.report() + "\n");
        assertThat(fuzzing.findings()).isEmpty();
        assertThat(fuzzing.executions()).isGreaterThan(10_000);
    }

    // The time of the processor is measured, for a busy machine makes every input slow.
    private static void watch(Thread thread, Fuzzing fuzzing) throws InterruptedException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long seen = -1;
        long start = 0;
        while (thread.isAlive()) {
            thread.join(100);
            long now = threads.getThreadCpuTime(thread.getId());
            if (fuzzing.executions() != seen) {
                seen = fuzzing.executions();
                start = now;
            } else if (now - start > LONGEST.toNanos()) {
                Fuzzing.write(fuzzing.input(), "hang");
                throw new AssertionError("No end: " + fuzzing.current());
            }
        }
    }
}
