package vn.dancu.bus.delivery.content;

import java.util.UUID;

/** The names under which messages of the outbox keep files. */
public final class ClaimHolders {

    /** Of that message. */
    public static String of(UUID message) {
        return "delivery/" + message;
    }

    private ClaimHolders() {}
}
