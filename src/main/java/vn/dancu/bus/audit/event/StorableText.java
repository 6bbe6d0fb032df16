package vn.dancu.bus.audit.event;

import org.jspecify.annotations.Nullable;

/** Texts that came from outside, in a form that PostgreSQL and Kafka can hold: no NUL, no unpaired surrogate, bounded. */
public final class StorableText {

    private static final char REPLACEMENT = '\uFFFD';

    /** The text itself when it can be stored; otherwise a copy, shortened, with U+FFFD for each character that cannot. */
    public static @Nullable String of(@Nullable String text, int maxLength) {
        if (text == null || isStorable(text, maxLength)) {
            return text;
        }
        StringBuilder clean = new StringBuilder(Math.min(text.length(), maxLength));
        int at = 0;
        while (at < text.length() && clean.length() < maxLength - 1) {
            int character = text.codePointAt(at);
            at += Character.charCount(character);
            clean.appendCodePoint(isStorable(character) ? character : REPLACEMENT);
        }
        return clean.toString();
    }

    private static boolean isStorable(String text, int maxLength) {
        if (text.length() > maxLength) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (!isStorable(text.charAt(i))) {
                return text.codePoints().allMatch(StorableText::isStorable);
            }
        }
        return true;
    }

    /** {@code codePoints()} gives a surrogate only when its other half is missing. */
    private static boolean isStorable(int character) {
        return character != 0 && (character < Character.MIN_SURROGATE || character > Character.MAX_SURROGATE);
    }

    private StorableText() {}
}
