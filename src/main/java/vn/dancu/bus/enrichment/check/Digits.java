package vn.dancu.bus.enrichment.check;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.enrichment.RefusalReason;

/** Numbers that are names: a fixed count of digits, and what table programs make of them. */
final class Digits {

    private static final Pattern SCIENTIFIC = Pattern.compile("[0-9](?:[.,][0-9]+)?[eE]\\+?[0-9]{1,3}");
    private static final int MOST_ZEROS = 3;

    static boolean are(String text, int length) {
        return text.length() == length && areAll(text, 0, length);
    }

    static boolean areAll(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** Why the text is no number of so many digits; {@code length} is the shortest that is allowed above what is written. */
    static RefusalReason flaw(String text, int length) {
        RefusalReason trace = trace(text);
        if (trace != null) {
            return trace;
        }
        boolean isShort = text.length() < length && text.length() >= length - MOST_ZEROS;
        return isShort && areAll(text, 0, text.length()) ? RefusalReason.ZEROS_LOST : RefusalReason.FORM_WRONG;
    }

    static @Nullable RefusalReason trace(String text) {
        return SCIENTIFIC.matcher(text).matches() ? RefusalReason.SCIENTIFIC_NOTATION : null;
    }

    private Digits() {}
}
