package vn.dancu.bus.http;

import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;

/**
 * Which part of a list a partner or a citizen asks for: {@code ?cursor=…&limit=…}.
 *
 * @param cursor what the answer before named as {@code tiepTheo}; null for the first part
 * @param limit how many at most
 */
public record PagePart(@Nullable String cursor, int limit) {

    private static final int DEFAULT_LIMIT = 100;

    /**
     * From the two parameters of a request as they came.
     *
     * @param most the greatest limit
     * @throws BusException {@code field_invalid}
     */
    public static PagePart of(@Nullable String cursor, @Nullable String limit, int most) {
        if (cursor != null && !cursor.matches("[A-Za-z0-9_-]{1,100}")) {
            throw BusException.of(ErrorCode.FIELD_INVALID, "cursor", "the tiepTheo of the answer before");
        }
        if (limit == null) {
            return new PagePart(cursor, Math.min(DEFAULT_LIMIT, most));
        }
        int size = limit.matches("[0-9]{1,4}") ? Integer.parseInt(limit) : 0;
        if (size < 1 || size > most) {
            throw BusException.of(ErrorCode.FIELD_INVALID, "limit", "1 to " + most);
        }
        return new PagePart(cursor, size);
    }
}
