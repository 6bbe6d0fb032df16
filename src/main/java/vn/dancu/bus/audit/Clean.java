package vn.dancu.bus.audit;

import org.jspecify.annotations.Nullable;

/** Texts that came from outside, made fit for every store: no NUL, no half of a character, not endless. */
final class Clean {

    static final int MAX_LENGTH = 256;
    private static final char REPLACEMENT = '\uFFFD';

    /** The text itself when it is fit, else a copy with what is not fit replaced. */
    static @Nullable String text(@Nullable String text) {
        if (text == null || isFit(text)) {
            return text;
        }
        StringBuilder clean = new StringBuilder(Math.min(text.length(), MAX_LENGTH));
        int at = 0;
        while (at < text.length() && clean.length() < MAX_LENGTH - 1) {
            int character = text.codePointAt(at);
            at += Character.charCount(character);
            clean.appendCodePoint(isFit(character) ? character : REPLACEMENT);
        }
        return clean.toString();
    }

    private static boolean isFit(String text) {
        return text.length() <= MAX_LENGTH && text.codePoints().allMatch(Clean::isFit);
    }

    /** {@code codePoints()} gives a surrogate only when its other half is missing. */
    private static boolean isFit(int character) {
        return character != 0 && (character < Character.MIN_SURROGATE || character > Character.MAX_SURROGATE);
    }

    private Clean() {}
}
