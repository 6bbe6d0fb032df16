package vn.dancu.bus.gateway.rest.security;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.partner.Partner;

/** Whether a partner may come in now. */
final class Standing {

    /** Why not, or empty when it may. */
    static Optional<ErrorCode> objection(@Nullable Partner partner) {
        if (partner == null) {
            return Optional.of(ErrorCode.PARTNER_UNKNOWN);
        }
        return switch (partner.state()) {
            case CONNECTING, REFUSED -> Optional.of(ErrorCode.PARTNER_NOT_CONNECTED);
            case ACTIVE -> Optional.empty();
            case SUSPENDED -> Optional.of(ErrorCode.PARTNER_SUSPENDED);
            case TERMINATED -> Optional.of(ErrorCode.PARTNER_TERMINATED);
        };
    }

    private Standing() {}
}
