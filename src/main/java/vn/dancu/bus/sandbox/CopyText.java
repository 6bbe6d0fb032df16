package vn.dancu.bus.sandbox;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Rows in the text format of PostgreSQL's COPY. Values hold no tab, newline or backslash. */
final class CopyText {

    private final StringBuilder text = new StringBuilder(1 << 20);

    /** One row; null is SQL's null. */
    void row(@Nullable Object... values) {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                text.append('\t');
            }
            Object value = values[i];
            text.append(value == null ? "\\N" : value);
        }
        text.append('\n');
    }

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
