package vn.dancu.bus.dialect;

import java.util.List;

/** A dialect pack cannot be used; each error has its file, line, column and rule. */
public final class DialectPackException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> errors;

    public DialectPackException(List<String> errors) {
        super("Dialect packs cannot be read:\n" + String.join("\n", errors));
        this.errors = List.copyOf(errors);
    }

    /** In the order of files and lines, such as {@code dialects/x/dialect.yaml:12:10: shape.dates is iso or basic}. */
    public List<String> errors() {
        return errors;
    }
}
