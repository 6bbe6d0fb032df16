package vn.dancu.bus.message.population.field;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.FieldPath;

/**
 * The fields of one kind of record, in the order of its schema. A record gives and takes all its values at once: a call for each
 * field would cost the writers a quarter of their time.
 */
public final class RecordDescription<R> {

    private final List<RecordField<R, ?>> fields;
    private final Map<String, RecordField<R, ?>> byElement = new HashMap<>();
    private final Map<String, RecordField<R, ?>> byProperty = new HashMap<>();
    private final Function<R, @Nullable Object[]> values;
    private final Function<FieldValues<R>, R> constructor;

    private RecordDescription(
            List<RecordField<R, ?>> fields,
            Function<R, @Nullable Object[]> values,
            Function<FieldValues<R>, R> constructor) {
        this.fields = List.copyOf(fields);
        this.values = values;
        this.constructor = constructor;
        fields.forEach(field -> {
            byElement.put(field.element(), field);
            byProperty.put(field.property().getValue(), field);
        });
    }

    public static <R> Builder<R> builder() {
        return new Builder<>();
    }

    public List<RecordField<R, ?>> fields() {
        return fields;
    }

    /** The field of that XML element; null where there is none. */
    public @Nullable RecordField<R, ?> ofElement(String name) {
        return byElement.get(name);
    }

    /** The field of that JSON property; null where there is none. */
    public @Nullable RecordField<R, ?> ofProperty(String name) {
        return byProperty.get(name);
    }

    /** Room for the values of a record that is to be read. */
    public FieldValues<R> values() {
        return new FieldValues<>(new @Nullable Object[fields.size()]);
    }

    /** The values of that record. */
    public FieldValues<R> values(R record) {
        return new FieldValues<>(values.apply(record));
    }

    /** The record with these values. */
    public R record(FieldValues<R> read) {
        return constructor.apply(read);
    }

    /** The record with the fields in the set and no others. */
    public R only(R record, Set<FieldPath> kept) {
        return record(cut(record, kept));
    }

    /** The values of the fields in the set and no others. */
    public FieldValues<R> cut(R record, Set<FieldPath> kept) {
        FieldValues<R> left = values(record);
        for (RecordField<R, ?> field : fields) {
            if (!kept.contains(field.path())) {
                left.set(field, null);
            }
        }
        return left;
    }

    /** Takes the fields one by one, in the order of the schema. */
    public static final class Builder<R> {

        private final List<RecordField<R, ?>> fields = new ArrayList<>();

        /** The next field; {@code nested} describes its value where that is a record. */
        public <V> RecordField<R, V> field(String element, FieldKind kind, @Nullable RecordDescription<V> nested) {
            RecordField<R, V> field = new RecordField<>(fields.size(), element, kind, nested);
            fields.add(field);
            return field;
        }

        /** The next field; {@code nested} describes its value where that is a record. */
        public Builder<R> with(String element, FieldKind kind, @Nullable RecordDescription<?> nested) {
            field(element, kind, nested);
            return this;
        }

        /** The next fields, which are texts. */
        public Builder<R> texts(String... elements) {
            for (String element : elements) {
                field(element, FieldKind.TEXT, null);
            }
            return this;
        }

        /** Both functions take the values in the order of the fields. */
        public RecordDescription<R> build(
                Function<R, @Nullable Object[]> values, Function<FieldValues<R>, R> constructor) {
            return new RecordDescription<>(fields, values, constructor);
        }
    }
}
