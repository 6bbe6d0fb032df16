package vn.dancu.bus.desk.partner;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Refusal;

/** Reads ids from paths; a malformed id is refused as {@code resource_unknown}. */
final class Paths {

    static PartnerId partner(String text) {
        if (!PartnerId.isValid(text)) {
            throw BusException.of(ErrorCode.RESOURCE_UNKNOWN, "partner", "the id of a partner");
        }
        return new PartnerId(text);
    }

    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new BusException(ErrorCode.RESOURCE_UNKNOWN, e);
        }
    }

    /** The cursor of a list whose items have such an id. */
    static @Nullable UUID cursor(@Nullable String after) {
        if (after == null) {
            return null;
        }
        try {
            return UUID.fromString(after);
        } catch (IllegalArgumentException e) {
            throw new BusException(Refusal.of(ErrorCode.FIELD_INVALID, "after", "the next of the answer before"), e);
        }
    }

    private Paths() {}
}
