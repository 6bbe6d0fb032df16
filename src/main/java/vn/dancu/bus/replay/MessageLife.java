package vn.dancu.bus.replay;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One step in the life of a message.
 *
 * @param at when
 * @param step what happened
 * @param subject id of what it happened to: an event, a delivery, a document, a letter or a replay
 * @param partner whom it concerns
 * @param result a result, a state or a code
 * @param detail what else is known, by name; never personal data
 */
public record MessageLife(
        Instant at, Step step, String subject, @Nullable String partner, String result, Map<String, String> detail) {

    public MessageLife {
        detail = Map.copyOf(detail);
    }

    /** What can happen to a message. */
    public enum Step {
        /** A door took it. */
        RECEIVED,
        /** It was answered. */
        ANSWERED,
        /** It was refused. */
        REFUSED,
        /** A message of the outbox, as it stands. */
        DELIVERY,
        /** A document of the axis, as it stands. */
        DOCUMENT,
        /** It lies among the dead letters. */
        DEAD,
        /** A replay took it up. */
        REPLAYED
    }
}
