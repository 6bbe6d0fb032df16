package vn.dancu.bus.partner.xroad;

import java.util.List;
import vn.dancu.bus.expiry.ExpiringItem;
import vn.dancu.bus.expiry.ExpirySource;

/** The certificates of security servers whose word is taken. */
record SecurityServerExpiries(JdbcXRoad store) implements ExpirySource {

    @Override
    public List<ExpiringItem> items() {
        return store.servers().stream()
                .filter(server -> server.revokedAt() == null)
                .map(server -> new ExpiringItem(
                        "security-server/" + server.id(),
                        ExpiringItem.Kind.TRUST,
                        null,
                        "X-Road " + server.name(),
                        server.subject(),
                        null,
                        server.validFrom(),
                        server.validUntil()))
                .toList();
    }
}
