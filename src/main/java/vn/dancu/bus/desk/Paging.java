package vn.dancu.bus.desk;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;

/**
 * Which part of a list is asked for: {@code ?after=<cursor>&limit=<1..500>}. The cursor is what the answer before named as
 * {@code next}; it means something only to the list that gave it.
 *
 * @param after the cursor, at most 200 printable ASCII characters; null for the first page
 * @param limit how many at most
 */
public record Paging(@Nullable String after, int limit) {

    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 500;

    /**
     * From the two parameters of a request as they came.
     *
     * @throws BusException {@code field_invalid}
     */
    public static Paging of(@Nullable String after, @Nullable String limit) {
        if (after != null && !after.matches("[\\x21-\\x7e]{1,200}")) {
            throw BusException.of(ErrorCode.FIELD_INVALID, "after", "the next of the answer before");
        }
        if (limit == null) {
            return new Paging(after, DEFAULT_LIMIT);
        }
        int size = limit.matches("[0-9]{1,3}") ? Integer.parseInt(limit) : 0;
        if (size < 1 || size > MAX_LIMIT) {
            throw BusException.of(ErrorCode.FIELD_INVALID, "limit", "1 to " + MAX_LIMIT);
        }
        return new Paging(after, size);
    }

    /** How many items to read: one more than the limit, which shows whether there is a next page. */
    public int oneMore() {
        return limit + 1;
    }

    /** The page of what was found with {@link #oneMore}, cut to the limit. */
    public <T> Page<T> page(List<T> found, Function<T, String> cursor) {
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        List<T> items = found.subList(0, limit);
        return new Page<>(items, cursor.apply(items.get(limit - 1)));
    }

    /**
     * One page of a list, as every list of the administration is answered.
     *
     * @param items in the order of the list
     * @param next the cursor of the page that follows; absent on the last one
     */
    public record Page<T>(List<T> items, @Nullable String next) {

        public Page {
            items = List.copyOf(items);
        }
    }
}
