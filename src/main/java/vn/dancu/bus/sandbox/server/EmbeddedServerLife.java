package vn.dancu.bus.sandbox.server;

import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Starts a mock beside the rest of the bus and before Camel's routes, which may poll it, and stops it after them. */
public final class EmbeddedServerLife implements SmartLifecycle {

    private static final int FIRST = 0;

    private final EmbeddedServer server;
    private final Runnable portCheck;
    private final String threadName;
    private volatile @Nullable Thread starting;

    /** @param portCheck refuses a port that is taken, before anything starts */
    public EmbeddedServerLife(EmbeddedServer server, Runnable portCheck, String threadName) {
        this.server = server;
        this.portCheck = portCheck;
        this.threadName = threadName;
    }

    @Override
    public void start() {
        portCheck.run();
        Thread thread = new Thread(server::start, threadName);
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
        server.stop();
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
