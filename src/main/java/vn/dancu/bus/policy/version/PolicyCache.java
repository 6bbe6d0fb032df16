package vn.dancu.bus.policy.version;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dancu.bus.policy.content.PublishedPolicy;

/** The policy in memory; it is read again in the background after a new version or a partner's own change. */
public final class PolicyCache implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(PolicyCache.class);

    private final JdbcPolicies store;
    private final JdbcSnapshots snapshots;
    private final ScheduledExecutorService refresher = Executors.newSingleThreadScheduledExecutor(PolicyCache::daemon);
    private volatile @Nullable PolicySnapshot current;

    PolicyCache(JdbcPolicies store, JdbcSnapshots snapshots) {
        this.store = store;
        this.snapshots = snapshots;
    }

    /** Reads the policy for the first time and keeps it fresh from now on. */
    void start(Duration every) {
        refresh();
        var unused = refresher.scheduleWithFixedDelay(
                this::refreshOrKeep, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The newest version known; null when none was ever published. */
    @Nullable
    public PolicySnapshot current() {
        return current;
    }

    synchronized void refresh() {
        JdbcSnapshots.Marks marks = snapshots.marks();
        PolicySnapshot known = current;
        if (marks.version() == 0
                || (known != null
                        && known.policy().number() == marks.version()
                        && known.revision() == marks.revision())) {
            return;
        }
        PublishedPolicy policy =
                known != null && known.policy().number() == marks.version() ? known.policy() : read(marks.version());
        current = new PolicySnapshot(policy, marks.revision(), snapshots.own());
    }

    private PublishedPolicy read(long number) {
        PublishedPolicy read = store.read(number);
        if (!read.content().hash().equals(read.hash())) {
            throw new IllegalStateException("Policy version " + number + " does not agree with its published hash");
        }
        return read;
    }

    @Override
    public void close() {
        refresher.shutdownNow();
    }

    public void refreshOrKeep() {
        try {
            refresh();
        } catch (RuntimeException e) {
            LOGGER.atWarn().setCause(e).log("The policy could not be refreshed; the last known version stays in use");
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "dancu-policy-refresh");
        thread.setDaemon(true);
        return thread;
    }
}
