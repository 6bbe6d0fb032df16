package vn.dancu.bus.sandbox.axis;

import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Starts the mock beside the rest of the bus and before Camel's routes, which poll it, and stops it after them. */
final class MockAxisLife implements SmartLifecycle {

    private static final int FIRST = 0;

    private final MockAxis axis;
    private volatile @Nullable Thread starting;

    MockAxisLife(MockAxis axis) {
        this.axis = axis;
    }

    @Override
    public void start() {
        axis.requirePort();
        Thread thread = new Thread(axis::start, "sandbox-axis");
        thread.setDaemon(true);
        thread.start();
        starting = thread;
    }

    @Override
    public void stop() {
        Thread thread = starting;
        starting = null;
        try {
            if (thread != null) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        axis.stop();
    }

    @Override
    public boolean isRunning() {
        return starting != null;
    }

    @Override
    public int getPhase() {
        return FIRST;
    }
}
