package vn.dancu.bus.sandbox.axis;

import org.springframework.context.SmartLifecycle;

/** Starts the mock before Camel's routes, which poll it, and stops it after them. */
final class MockAxisLife implements SmartLifecycle {

    private static final int FIRST = 0;

    private final MockAxis axis;
    private volatile boolean running;

    MockAxisLife(MockAxis axis) {
        this.axis = axis;
    }

    @Override
    public void start() {
        axis.start();
        running = true;
    }

    @Override
    public void stop() {
        axis.stop();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return FIRST;
    }
}
