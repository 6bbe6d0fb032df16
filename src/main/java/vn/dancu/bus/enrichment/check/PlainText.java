package vn.dancu.bus.enrichment.check;

import vn.dancu.bus.kernel.name.NameNormalizer;

/** Text as it is kept: no control characters, composed, every space a single one. */
final class PlainText {

    private static final char DELETE = 0x7F;
    private static final char LAST_CONTROL = 0x9F;
    private static final char REPLACEMENT = 0xFFFD;

    /** Whether there is no control character but tabs and ends of lines, and none that stands for undecodable bytes. */
    static boolean isClean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isControl = c < ' ' ? c != '\t' && c != '\n' && c != '\r' : c >= DELETE && c <= LAST_CONTROL;
            if (isControl || c == REPLACEMENT) {
                return false;
            }
        }
        return true;
    }

    static String kept(String text) {
        return isKept(text) ? text : NameNormalizer.clean(text);
    }

    /** Whether cleaning would change nothing, by a look: ASCII and composed letters of Vietnamese, single spaces. */
    private static boolean isKept(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isPlain = (c >= ' ' && c < DELETE && c != '`')
                    || (c >= '\u00C0' && c <= '\u01B0')
                    || (c >= '\u1EA0' && c <= '\u1EF9');
            if (!isPlain || (c == ' ' && before == ' ')) {
                return false;
            }
            before = c;
        }
        return before != ' ';
    }

    private PlainText() {}
}
