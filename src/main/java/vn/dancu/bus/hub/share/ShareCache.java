package vn.dancu.bus.hub.share;

import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dancu.bus.hub.ShareTable;
import vn.dancu.bus.hub.ShareTable.Permits;
import vn.dancu.bus.hub.ShareTable.Share;
import vn.dancu.bus.kernel.PartnerId;

/** The split in force as each question needs it, read again in the background when there is a newer version. */
final class ShareCache {

    private static final Logger LOGGER = LoggerFactory.getLogger(ShareCache.class);

    private final JdbcShares store;
    private volatile @Nullable InForce current;

    /**
     * A version of the split.
     *
     * @param own what partners have for themselves
     */
    record InForce(long number, Map<PartnerId, Permits> own, Permits rest) {

        static InForce of(ShareTable table) {
            return new InForce(
                    table.number(),
                    table.shares().stream().collect(Collectors.toMap(Share::partner, Share::permits)),
                    table.rest());
        }
    }

    ShareCache(JdbcShares store) {
        this.store = store;
    }

    /** Null when there is none. */
    @Nullable
    InForce current() {
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
        InForce known = current;
        if (newest > 0 && (known == null || known.number() != newest)) {
            current = store.find(newest).map(InForce::of).orElse(known);
        }
    }
}
