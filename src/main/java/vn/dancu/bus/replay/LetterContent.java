package vn.dancu.bus.replay;

import org.jspecify.annotations.Nullable;

/**
 * A letter as it is shown.
 *
 * @param contentType of the body; null when there is no body any more
 * @param text the body: masked, each letter and digit of a value is a dot, or in clear; null when it cannot be shown, since it
 *     is no XML, no JSON, too long or gone
 */
public record LetterContent(DeadLetter letter, @Nullable String contentType, @Nullable String text) {

    @Override
    public String toString() {
        return "LetterContent[" + letter.id() + "]";
    }
}
