package vn.dancu.bus.probe;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The steps of one test. The test writes; whoever waits for it may close it from another thread. */
public final class ProbeRun {

    private static final double NANOS_A_MILLI = 1e6;

    private final List<ProbeStep> done = new ArrayList<>();
    private List<PresentedCertificate> shown = List.of();
    private ProbeStage at = ProbeStage.DNS;
    private long begun = System.nanoTime();
    private boolean closed;

    /** A step that says what it found, in figures or fixed words; nothing to say is an empty text. */
    @FunctionalInterface
    public interface Step {
        String take() throws ProbeFailure;
    }

    /** A step that has a result for those that follow. */
    @FunctionalInterface
    public interface Opening<T> {
        T open() throws ProbeFailure;
    }

    /** Takes a step and times it. */
    public void run(ProbeStage stage, Step step) throws ProbeFailure {
        begin(stage);
        try {
            passed(stage, step.take(), System.nanoTime());
        } catch (ProbeFailure e) {
            failed(e);
            throw e;
        }
    }

    /** Takes a step whose result the next ones need. */
    public <T> T open(ProbeStage stage, Opening<T> step) throws ProbeFailure {
        begin(stage);
        try {
            T result = step.open();
            passed(stage, "", System.nanoTime());
            return result;
        } catch (ProbeFailure e) {
            failed(e);
            throw e;
        }
    }

    synchronized void begin(ProbeStage stage) {
        at = stage;
        begun = System.nanoTime();
    }

    /** The stage is well at that moment of {@link System#nanoTime}; what follows begins there. */
    synchronized void passed(ProbeStage stage, String detail, long when) {
        add(new ProbeStep(stage, true, millis(when), null, detail));
        begun = when;
    }

    synchronized void failed(ProbeFailure failure) {
        add(new ProbeStep(
                failure.fault().stage(), false, millis(System.nanoTime()), failure.fault(), failure.detail()));
    }

    synchronized void show(List<PresentedCertificate> chain) {
        if (!closed) {
            shown = List.copyOf(chain);
        }
    }

    /** No further step counts; what runs now was not done in time. */
    synchronized void giveUp() {
        add(new ProbeStep(at, false, millis(System.nanoTime()), ProbeFault.silenceAt(at), ""));
        closed = true;
    }

    synchronized List<ProbeStep> steps() {
        return List.copyOf(done);
    }

    synchronized List<PresentedCertificate> shown() {
        return shown;
    }

    private void add(ProbeStep step) {
        if (!closed) {
            done.add(step);
            closed = !step.ok();
        }
    }

    private double millis(long when) {
        return Math.round((when - begun) / NANOS_A_MILLI * 10) / 10.0;
    }

    /**
     * One step of a test.
     *
     * @param millis how long it took
     * @param fault null where it went well
     */
    public record ProbeStep(ProbeStage stage, boolean ok, double millis, @Nullable ProbeFault fault, String detail) {}
}
