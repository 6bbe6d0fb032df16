package vn.dancu.bus.hub.mapping;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dancu.bus.kernel.PartnerId;

/** The mappings in force, read again in the background where a partner has a newer version. */
public final class MappingCache {

    private static final Logger LOGGER = LoggerFactory.getLogger(MappingCache.class);

    private final JdbcMappings store;
    private volatile Map<PartnerId, PartnerMapping> current = Map.of();

    MappingCache(JdbcMappings store) {
        this.store = store;
    }

    /** The partner's mapping; null when it has none. */
    public @Nullable PartnerMapping of(PartnerId partner) {
        return current.get(partner);
    }

    public void refreshOrKeep() {
        try {
            refresh();
        } catch (RuntimeException e) {
            LOGGER.atWarn()
                    .setCause(e)
                    .log("Mappings of partners could not be refreshed; the last known ones stay in use");
        }
    }

    synchronized void refresh() {
        Map<PartnerId, PartnerMapping> next = new HashMap<>();
        store.newest().forEach((partner, number) -> {
            PartnerMapping known = current.get(partner);
            next.put(
                    partner,
                    known != null && known.version() == number
                            ? known
                            : new PartnerMapping(number, store.entries(partner, number, 0, Integer.MAX_VALUE)));
        });
        current = Map.copyOf(next);
    }
}
