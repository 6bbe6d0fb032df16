package vn.dancu.bus.replay.letter;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.replay.LetterCursor;

/** The ids of letters that a room below knows by a UUID: {@code <source>.<uuid>}. */
final class LetterIds {

    private static final UUID LEAST = new UUID(0, 0);
    private static final UUID GREATEST = new UUID(-1, -1);

    private final String prefix;

    LetterIds(String source) {
        this.prefix = source + ".";
    }

    String of(UUID id) {
        return prefix + id;
    }

    /** Empty for an id of another place. */
    Optional<UUID> parse(String letter) {
        if (!letter.startsWith(prefix)) {
            return Optional.empty();
        }
        String rest = letter.substring(prefix.length());
        return rest.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? Optional.of(UUID.fromString(rest))
                : Optional.empty();
    }

    /** The id below which those of the same moment come after the cursor, which may stand at a letter of another place. */
    @Nullable
    UUID bound(@Nullable LetterCursor after) {
        if (after == null) {
            return null;
        }
        return parse(after.id()).orElseGet(() -> prefix.compareTo(after.id()) < 0 ? GREATEST : LEAST);
    }
}
