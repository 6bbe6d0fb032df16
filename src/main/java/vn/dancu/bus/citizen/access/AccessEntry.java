package vn.dancu.bus.citizen.access;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.PartnerId;

/**
 * One use of a citizen's data, in words.
 *
 * @param id the event; a question about the use names it
 * @param by who used it
 * @param partner whose system asked; null where the bus itself was used
 * @param messageId by which that system knows its question
 * @param service what was done
 * @param purpose for what; null where none was stated
 * @param groups of the fields that left; empty when nothing left
 * @param outcome what came of it
 */
public record AccessEntry(
        UUID id,
        Instant at,
        User by,
        @Nullable PartnerId partner,
        @Nullable String messageId,
        Label service,
        @Nullable Label purpose,
        List<Label> groups,
        Outcome outcome) {

    public AccessEntry {
        groups = List.copyOf(groups);
    }

    /** What came of a question, or that an official looked. */
    public enum Outcome {
        /** Data left. */
        RELEASED,
        /** The question was answered without data of the person: what was said of the person did not agree. */
        NOTHING_RELEASED,
        /** The question was refused. */
        REFUSED,
        /** An official did or saw something in the administration of the bus. */
        SEEN
    }

    /** Who it was. */
    public enum Side {
        AUTHORITY,
        /** Whoever runs the bus. */
        OPERATOR,
        /** A parent, or who represents the citizen. */
        RELATIVE,
        CITIZEN
    }

    /** Whoever used the data, by the name of the authority. */
    public record User(Side side, String name) {}

    /** A code and what it means, Vietnamese. */
    public record Label(String code, String name) {}
}
