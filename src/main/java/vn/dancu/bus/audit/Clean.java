package vn.dancu.bus.audit;

import org.jspecify.annotations.Nullable;

/** Texts that came from outside, made fit for every store: no NUL, no half of a character, not endless. */
final class Clean {

    private static final char REPLACEMENT = '\uFFFD';

    /** The text itself when it is fit, else a copy with what is not fit replaced. */
    static @Nullable String text(@Nullable String text, int longest) {
        if (text == null || isFit(text, longest)) {
            return text;
        }
        StringBuilder clean = new StringBuilder(Math.min(text.length(), longest));
        int at = 0;
        while (at < text.length() && clean.length() < longest - 1) {
            int character = text.codePointAt(at);
            at += Character.charCount(character);
            clean.appendCodePoint(isFit(character) ? character : REPLACEMENT);
        }
        return clean.toString();
    }

    private static boolean isFit(String text, int longest) {
        return text.length() <= longest && text.codePoints().allMatch(Clean::isFit);
    }

    /** {@code codePoints()} gives a surrogate only when its other half is missing. */
    private static boolean isFit(int character) {
        return character != 0 && (character < Character.MIN_SURROGATE || character > Character.MAX_SURROGATE);
    }

    private Clean() {}
}
