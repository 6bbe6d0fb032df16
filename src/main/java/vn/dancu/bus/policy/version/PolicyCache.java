package vn.dancu.bus.policy.version;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dancu.bus.policy.content.PublishedPolicy;

/** The policy from memory, read again in the background when a newer version, or a partner's own change, is there. */
public final class PolicyCache {

    private static final Logger LOGGER = LoggerFactory.getLogger(PolicyCache.class);

    private final JdbcPolicies store;
    private final JdbcSnapshots snapshots;
    private volatile @Nullable PolicySnapshot current;

    PolicyCache(JdbcPolicies store, JdbcSnapshots snapshots) {
        this.store = store;
        this.snapshots = snapshots;
    }

    /** The newest version known; null when none was ever published. */
    @Nullable
    public PolicySnapshot current() {
        return current;
    }

    /** Reads the policy when a newer version is there. */
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

    public void refreshOrKeep() {
        try {
            refresh();
        } catch (RuntimeException e) {
            LOGGER.atWarn().setCause(e).log("The policy could not be read again, the last known version stays");
        }
    }
}
