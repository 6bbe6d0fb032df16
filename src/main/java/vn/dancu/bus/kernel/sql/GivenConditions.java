package vn.dancu.bus.kernel.sql;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A statement with only those conditions that were given, so that the planner can use an index. Conditions are texts of the
 * program; what a caller gave is a value.
 */
public final class GivenConditions {

    private final StringBuilder sql;
    private final List<Object> values = new ArrayList<>();

    /** @param start the statement as far as its first condition, that one included */
    public GivenConditions(String start) {
        this.sql = new StringBuilder(start);
    }

    /**
     * Adds a condition with one question mark, where there is a value for it.
     *
     * @param value null where it was not asked for
     */
    public GivenConditions and(String condition, @Nullable Object value) {
        if (value != null) {
            sql.append(" and ").append(condition);
            values.add(stored(value));
        }
        return this;
    }

    /**
     * Ends the statement with a page of the newest rows.
     *
     * @param time column of the time
     * @param before time of the last row of the page before, with its {@code id}; null for the first page
     */
    public GivenConditions newestFirst(String time, @Nullable Instant before, @Nullable UUID id, int limit) {
        if (before != null && id != null) {
            sql.append(" and (").append(time).append(", id) < (?, ?)");
            values.add(stored(before));
            values.add(id);
        }
        sql.append(" order by ").append(time).append(" desc, id desc limit ?");
        values.add(limit);
        return this;
    }

    public String sql() {
        return sql.toString();
    }

    /** In the order of the question marks. */
    public Object[] values() {
        return values.toArray();
    }

    private static Object stored(Object value) {
        return value instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : value;
    }
}
