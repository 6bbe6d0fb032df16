package vn.dancu.bus.policy;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The policy from memory, read again in the background when a newer version was published. */
final class RefreshedPolicy implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(RefreshedPolicy.class);

    private final JdbcPolicies store;
    private final ScheduledExecutorService refresher =
            Executors.newSingleThreadScheduledExecutor(RefreshedPolicy::daemon);
    private volatile @Nullable PublishedPolicy current;

    RefreshedPolicy(JdbcPolicies store) {
        this.store = store;
    }

    /** Reads the policy for the first time and keeps it fresh from now on. */
    void start(Duration every) {
        refresh();
        var unused = refresher.scheduleWithFixedDelay(
                this::refreshOrKeep, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The newest version known; null when none was ever published. */
    @Nullable
    PublishedPolicy current() {
        return current;
    }

    synchronized void refresh() {
        long newest = store.newestNumber();
        PublishedPolicy known = current;
        if (newest == 0 || (known != null && known.number() == newest)) {
            return;
        }
        PublishedPolicy read = store.read(newest);
        if (!read.content().hash().equals(read.hash())) {
            throw new IllegalStateException("Policy version " + newest + " does not agree with its published hash");
        }
        current = read;
    }

    @Override
    public void close() {
        refresher.shutdownNow();
    }

    void refreshOrKeep() {
        try {
            refresh();
        } catch (RuntimeException e) {
            LOGGER.atWarn().setCause(e).log("The policy could not be read again, the last known version stays");
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "dancu-policy-refresh");
        thread.setDaemon(true);
        return thread;
    }
}
