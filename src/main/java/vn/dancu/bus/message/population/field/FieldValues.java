package vn.dancu.bus.message.population.field;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of one record by its fields. */
public final class FieldValues<R> {

    private final @Nullable Object[] values;

    FieldValues(@Nullable Object[] values) {
        this.values = values;
    }

    /** Sets a value, which must be of the field's kind; null leaves the field absent. */
    public void set(RecordField<R, ?> field, @Nullable Object value) {
        values[field.ordinal()] = value;
    }

    /** Adds an item to a value that is a list. */
    @SuppressWarnings("unchecked")
    public void add(RecordField<R, ?> field, Object item) {
        List<Object> items = (List<Object>) values[field.ordinal()];
        if (items == null) {
            items = new ArrayList<>();
            values[field.ordinal()] = items;
        }
        items.add(item);
    }

    /** The items of a value that is a list; empty where it is absent. */
    @SuppressWarnings("unchecked")
    public <V> List<V> all(RecordField<R, V> field) {
        List<V> items = (List<V>) values[field.ordinal()];
        return items == null ? List.of() : items;
    }

    /** The value of the field; null where it is absent. */
    public <V> @Nullable V get(RecordField<R, V> field) {
        return at(field.ordinal());
    }

    /** The value by the place of its field in the description, from 0; null where it is absent. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <V> @Nullable V at(int ordinal) {
        return (V) values[ordinal];
    }
}
