package vn.dancu.bus.audit.evidence;

import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A periodic task whose failure is counted and logged; its next run tries again.
 *
 * @param failed called after each failure
 */
public record RetriedTask(Callable<?> task, Runnable failed) implements Runnable {

    private static final Logger LOGGER = LoggerFactory.getLogger(RetriedTask.class);

    @Override
    public void run() {
        try {
            task.call();
        } catch (Exception e) {
            failed.run();
            LOGGER.atWarn().setCause(e).log("A periodic task of the audit trail failed; its next run tries again");
        }
    }
}
