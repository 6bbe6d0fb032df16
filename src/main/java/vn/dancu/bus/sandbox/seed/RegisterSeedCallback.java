package vn.dancu.bus.sandbox.seed;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * Starts to fill the register as soon as Flyway has made its tables, in parallel with the rest of the start.
 */
final class RegisterSeedCallback extends BaseCallback {

    private final FutureTask<Object> filling;

    RegisterSeedCallback(Runnable seeding) {
        this.filling = new FutureTask<>(Executors.callable(seeding));
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.AFTER_MIGRATE;
    }

    @Override
    public void handle(Event event, Context context) {
        Thread thread = new Thread(filling, "sandbox-seed");
        thread.setDaemon(true);
        thread.start();
    }

    /** Waits for the end; fills the register itself when Flyway had nothing to migrate. */
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
