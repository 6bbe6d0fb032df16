package vn.dancu.bus.sandbox;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * Begins to fill the register as soon as its tables are there, so that it happens while the rest of the bus is put
 * together.
 */
final class PopulatingMeanwhile extends BaseCallback {

    private final FutureTask<Object> filling;

    PopulatingMeanwhile(Runnable populating) {
        this.filling = new FutureTask<>(Executors.callable(populating));
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.AFTER_MIGRATE;
    }

    @Override
    public void handle(Event event, Context context) {
        Thread thread = new Thread(filling, "sandbox-populating");
        thread.setDaemon(true);
        thread.start();
    }

    /** Waits for the end, or does it here and now where there was nothing to migrate. */
    void await() {
        filling.run();
        try {
            filling.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the synthetic register was filled", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The synthetic register cannot be filled", e.getCause());
        }
    }
}
