package vn.dancu.bus.desk.expiry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.expiry.ExpiringItem;

/**
 * See {@link ExpiringItem}.
 *
 * @param owner the partner; absent for the bus's own
 * @param daysLeft whole days, negative since when it is over; absent without an end
 */
record ExpiryResponse(
        String id,
        String kind,
        @Nullable String owner,
        String use,
        @Nullable String subject,
        @Nullable String issuer,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil,
        @Nullable Long daysLeft,
        String state) {

    static ExpiryResponse of(ExpiringItem item, Instant now) {
        return new ExpiryResponse(
                item.id(),
                item.kind().word(),
                item.owner() == null ? null : item.owner().value(),
                item.use(),
                item.subject(),
                item.issuer(),
                item.validFrom(),
                item.validUntil(),
                item.daysLeft(now),
                item.stateAt(now).word());
    }
}
