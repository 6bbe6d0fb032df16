package vn.dancu.bus.http;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;

/** Reads ids and numbers from paths, where malformed text is refused as {@code resource_unknown}, and from cursors. */
public final class PathValues {

    public static PartnerId partner(String text) {
        if (!PartnerId.isValid(text)) {
            throw BusException.of(ErrorCode.RESOURCE_UNKNOWN, "partner", "the id of a partner");
        }
        return new PartnerId(text);
    }

    public static UUID id(String text) {
        if (!isId(text)) {
            throw BusException.of(ErrorCode.RESOURCE_UNKNOWN, "id", "an id as the bus gave it");
        }
        return UUID.fromString(text);
    }

    public static long number(String text) {
        if (!isNumber(text)) {
            throw BusException.of(ErrorCode.RESOURCE_UNKNOWN, "number", "a number as the bus gave it");
        }
        return Long.parseLong(text);
    }

    /** The cursor of a list whose items have such an id; null for the first page. */
    public static @Nullable UUID idAfter(@Nullable String after) {
        if (after == null) {
            return null;
        }
        if (!isId(after)) {
            throw notACursor();
        }
        return UUID.fromString(after);
    }

    /**
     * The cursor of a list whose items have numbers.
     *
     * @param first what the first page has
     */
    public static long numberAfter(@Nullable String after, long first) {
        if (after == null) {
            return first;
        }
        if (!isNumber(after)) {
            throw notACursor();
        }
        return Long.parseLong(after);
    }

    private static BusException notACursor() {
        return BusException.of(ErrorCode.FIELD_INVALID, "after", "the next of the answer before");
    }

    private static boolean isId(String text) {
        return text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    }

    private static boolean isNumber(String text) {
        return text.matches("[0-9]{1,15}");
    }

    private PathValues() {}
}
