package vn.dancu.bus.feed;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What became of one person of an order.
 *
 * @param subject how the events name the person, 64 hex digits; null when the person is not followed
 */
public record FollowOutcome(State state, @Nullable String subject) {

    /** How it came out. */
    public enum State {
        FOLLOWED,
        /** Nobody has that number, name and birth date together. */
        NOT_FOUND,
        /** The right demands a relationship, and there is none. */
        RELATIONSHIP_MISSING;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
