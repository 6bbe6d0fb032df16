package vn.dancu.bus.message.json;

/** Whole numbers whose text is the one that JSON would write for their value, so that nothing of it is lost. */
final class CanonicalNumbers {

    private static final int MAX_DIGITS = 18;

    private CanonicalNumbers() {}

    static boolean isCanonical(String text) {
        int start = text.startsWith("-") ? 1 : 0;
        int digits = text.length() - start;
        if (digits < 1 || digits > MAX_DIGITS || text.charAt(start) == '0' && (digits > 1 || start == 1)) {
            return false;
        }
        return text.chars().skip(start).allMatch(c -> c >= '0' && c <= '9');
    }
}
