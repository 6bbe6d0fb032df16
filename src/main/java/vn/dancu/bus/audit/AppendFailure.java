package vn.dancu.bus.audit;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rows were not written, or it is not known whether they were. */
final class AppendFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean fromData;

    private AppendFailure(boolean fromData, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.fromData = fromData;
    }

    /** A row was refused for what it says. The database's own words are left out, since they repeat the row. */
    static AppendFailure fromData(String sqlState) {
        return new AppendFailure(true, "The database refused a row, SQLSTATE " + sqlState, null);
    }

    /** The database is away, or cannot work. */
    static AppendFailure fromDatabase(Throwable cause) {
        return new AppendFailure(false, Objects.toString(cause.getMessage(), "The database cannot write"), cause);
    }

    /** Whether the others can be written without the row. */
    boolean isFromData() {
        return fromData;
    }
}
