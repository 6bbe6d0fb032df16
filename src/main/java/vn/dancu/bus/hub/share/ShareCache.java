package vn.dancu.bus.hub.share;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dancu.bus.hub.ShareTable;

/** The split in force, read again in the background when there is a newer version. */
final class ShareCache {

    private static final Logger LOGGER = LoggerFactory.getLogger(ShareCache.class);

    private final JdbcShares store;
    private volatile @Nullable ShareTable current;

    ShareCache(JdbcShares store) {
        this.store = store;
    }

    /** Null when there is none. */
    @Nullable
    ShareTable current() {
        return current;
    }

    void refreshOrKeep() {
        try {
            refresh();
        } catch (RuntimeException e) {
            LOGGER.atWarn()
                    .setCause(e)
                    .log("Shares of the quota could not be refreshed; the last known ones stay in use");
        }
    }

    synchronized void refresh() {
        long newest = store.newest();
        ShareTable known = current;
        if (newest > 0 && (known == null || known.number() != newest)) {
            current = store.find(newest).orElse(known);
        }
    }
}
