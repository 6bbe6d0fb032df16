package vn.dancu.bus.batch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.context.SmartLifecycle;

/** Threads that do one step of background work after the other while this instance runs. */
public final class StepLoop implements SmartLifecycle {

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(30);

    private final String name;
    private final List<Supplier<Duration>> steps;
    private final Consumer<RuntimeException> failed;
    private final StopSignal signal;
    private final List<Thread> threads = new ArrayList<>();

    /**
     * @param name of the threads, with a number after it
     * @param steps each gets a thread; what it gives is how long to wait before the next
     * @param failed hears what a step throws; the step is tried again
     * @param signal ends with this loop
     */
    public StepLoop(String name, List<Supplier<Duration>> steps, Consumer<RuntimeException> failed, StopSignal signal) {
        this.name = name;
        this.steps = List.copyOf(steps);
        this.failed = failed;
        this.signal = signal;
    }

    @Override
    public void start() {
        signal.reset();
        for (Supplier<Duration> step : steps) {
            threads.add(new Thread(() -> work(step), name + "-" + (threads.size() + 1)));
        }
        threads.forEach(Thread::start);
    }

    private void work(Supplier<Duration> step) {
        Duration pause = Duration.ZERO;
        while (signal.rest(pause)) {
            try {
                pause = step.get();
            } catch (RuntimeException e) {
                failed.accept(e);
                pause = AFTER_FAILURE;
            }
        }
    }

    @Override
    public void stop() {
        signal.stop();
        for (Thread thread : threads) {
            try {
                thread.join(LONGEST_STOP.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return !threads.isEmpty();
    }
}
