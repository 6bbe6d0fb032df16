package vn.dancu.bus.audit.relay;

import org.jspecify.annotations.Nullable;

/** The relay must begin again from its position. */
public final class RelayFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean behind;

    public RelayFailure(String what, @Nullable Throwable cause) {
        super(what, cause);
        this.behind = false;
    }

    private RelayFailure() {
        super("The transaction numbers of this database are behind audit.relay");
        this.behind = true;
    }

    /** The database has the position of another one, whose transactions had higher numbers ({@link RelayHealth}). */
    static RelayFailure behind() {
        return new RelayFailure();
    }

    boolean isBehind() {
        return behind;
    }
}
