package vn.dancu.bus.audit.relay;

import org.jspecify.annotations.Nullable;

/** The relay must begin again from its position. */
final class RelayFailure extends Exception {

    private static final long serialVersionUID = 1L;

    RelayFailure(String what, @Nullable Throwable cause) {
        super(what, cause);
    }
}
