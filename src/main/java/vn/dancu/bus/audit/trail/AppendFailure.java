package vn.dancu.bus.audit.trail;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rows were not written, or the outcome of their commit is unknown. */
final class AppendFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean fromData;

    private AppendFailure(boolean fromData, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.fromData = fromData;
    }

    /** The database refused a row for its data. Its message is left out, since it repeats the row. */
    static AppendFailure fromData(String sqlState) {
        return new AppendFailure(true, "The database refused a row, SQLSTATE " + sqlState, null);
    }

    /** The database cannot be reached or cannot write. */
    static AppendFailure fromDatabase(Throwable cause) {
        return new AppendFailure(false, Objects.toString(cause.getMessage(), "The database cannot write"), cause);
    }

    /** Whether the other rows of the batch can be written without the refused one. */
    boolean isFromData() {
        return fromData;
    }
}
