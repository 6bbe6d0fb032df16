package vn.dancu.bus.message.document.code;

import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.Bilingual;

/**
 * A code of an open list: one that is not known is kept as it came.
 *
 * <pre>{@code
 * Coded.of(StatusCode.RECEIVED).code();            // 03
 * Coded.of("09", StatusCode.class).known();        // null: not in the list, kept all the same
 * }</pre>
 *
 * @param code as the wire writes it
 * @param known the value of the list; null where the list has none of that code
 */
public record Coded<E extends Enum<E> & ListedCode>(String code, @Nullable E known) {

    public Coded {
        if (code.isEmpty() || (known != null && !known.code().equals(code))) {
            throw new IllegalArgumentException("A code is that of its value");
        }
    }

    /** A code of the list. */
    public static <E extends Enum<E> & ListedCode> Coded<E> of(E value) {
        return new Coded<>(value.code(), value);
    }

    /** That code, whether the list has it or not. */
    public static <E extends Enum<E> & ListedCode> Coded<E> of(String code, Class<E> list) {
        for (E value : list.getEnumConstants()) {
            if (value.code().equals(code)) {
                return new Coded<>(code, value);
            }
        }
        return new Coded<>(code, null);
    }

    /** Whether it is that value. */
    public boolean is(E value) {
        return known == value;
    }

    /** What it means; null where the list does not say. */
    public @Nullable Bilingual meaning() {
        return known == null ? null : known.meaning();
    }
}
