package vn.dancu.bus.message.population.field;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.FieldPath;

/**
 * One field of a record.
 *
 * @param <R> the record
 * @param <V> the type of the value, which {@link #kind} names
 */
public final class RecordField<R, V> {

    private final int ordinal;
    private final String element;
    private final FieldPath path;
    private final SerializableString property;
    private final FieldKind kind;
    private final @Nullable RecordDescription<V> nested;

    RecordField(int ordinal, String element, FieldKind kind, @Nullable RecordDescription<V> nested) {
        this.ordinal = ordinal;
        this.element = element;
        this.path = FieldPath.of(element);
        this.property = new SerializedString(PropertyNames.property(element));
        this.kind = kind;
        this.nested = nested;
    }

    int ordinal() {
        return ordinal;
    }

    /** The name of the XML element. */
    public String element() {
        return element;
    }

    /** The name by which policies, answers and audit events know the field: that of its element. */
    public FieldPath path() {
        return path;
    }

    /** The name of the JSON property: that of the element with a small first letter. */
    public SerializableString property() {
        return property;
    }

    public FieldKind kind() {
        return kind;
    }

    /** The fields of the value, where it is a record itself, or of each record in it. */
    public RecordDescription<V> nested() {
        if (nested == null) {
            throw new IllegalStateException("A value of kind " + kind + " has no fields");
        }
        return nested;
    }
}
