package vn.dancu.bus.desk.policy;

import vn.dancu.bus.desk.Paging;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;

/** Reads numbers and ids from paths and cursors. */
final class PathNumbers {

    /** The number of a version or a draft; malformed text is refused as {@code resource_unknown}. */
    static long of(String text) {
        if (!text.matches("[0-9]{1,15}")) {
            throw new BusException(ErrorCode.RESOURCE_UNKNOWN, null);
        }
        return Long.parseLong(text);
    }

    static PartnerId partner(String text) {
        if (!PartnerId.isValid(text)) {
            throw new BusException(ErrorCode.RESOURCE_UNKNOWN, null);
        }
        return new PartnerId(text);
    }

    /** Lists of numbers go from the newest down, those below the cursor. */
    static long below(Paging paging) {
        String after = paging.after();
        if (after == null) {
            return Long.MAX_VALUE;
        }
        if (!after.matches("[0-9]{1,15}")) {
            throw BusException.of(ErrorCode.FIELD_INVALID, "after", "the next of the answer before");
        }
        return Long.parseLong(after);
    }

    private PathNumbers() {}
}
