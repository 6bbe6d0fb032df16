package vn.dancu.bus.signing;

import java.io.IOException;

/** A time-stamp authority answered with a status other than 200. */
final class TimeStampStatusException extends IOException {

    private static final long serialVersionUID = 1L;

    private final int status;

    TimeStampStatusException(int status) {
        super("The time-stamp authority answered " + status);
        this.status = status;
    }

    int status() {
        return status;
    }
}
