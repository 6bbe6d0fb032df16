package vn.dancu.bus.replay;

import java.util.Locale;

/** What a dead letter was before it died. */
public enum LetterKind {
    /** A question of a hub, in its queue {@code .dlq}. */
    QUESTION,
    /** An answer that its hub failed to take, in its queue {@code .dlq}. */
    ANSWER,
    /** A notice to a partner, in its queue {@code .dlq} or in the outbox. */
    NOTICE,
    /** Another message of the outbox, such as a document of the bus to an axis. */
    DELIVERY,
    /** A document that was refused and whose bytes are kept. */
    DOCUMENT;

    /** Its name at the administration API. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
