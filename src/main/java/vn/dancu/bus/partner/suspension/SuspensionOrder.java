package vn.dancu.bus.partner.suspension;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.PartnerId;

/**
 * What is to be suspended.
 *
 * @param partner null for all partners at once
 * @param ground code of a {@link SuspensionGround}
 * @param since when it begins; null for now
 * @param until when it ends by itself, the expected recovery; null when it takes a resumption
 * @param reason the breach or the cause, as it is sent to the partner; 1 to 2,000 characters
 * @param returnCondition what must be done for the return; null when nothing is stated
 */
public record SuspensionOrder(
        @Nullable PartnerId partner,
        String ground,
        @Nullable Instant since,
        @Nullable Instant until,
        String reason,
        @Nullable String returnCondition) {}
