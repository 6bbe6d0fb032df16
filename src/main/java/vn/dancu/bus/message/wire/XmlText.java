package vn.dancu.bus.message.wire;

import com.ctc.wstx.io.WstxInputData;
import org.jspecify.annotations.Nullable;

/** Text in the form in which xs:token compares it, and in the form in which XML 1.0 may carry it. */
public final class XmlText {

    private static final char REPLACEMENT = '\uFFFD';

    private XmlText() {}

    /** Leading and trailing white space removed, inner white space one space (XML Schema part 2, §4.3.6 collapse). */
    public static String collapse(String text) {
        if (isCollapsed(text)) {
            return text;
        }
        StringBuilder collapsed = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isSpace(c)) {
                collapsed.append(c);
            } else if (!collapsed.isEmpty() && collapsed.charAt(collapsed.length() - 1) != ' ') {
                collapsed.append(' ');
            }
        }
        int end = collapsed.length();
        return end > 0 && collapsed.charAt(end - 1) == ' ' ? collapsed.substring(0, end - 1) : collapsed.toString();
    }

    /** The text with U+FFFD for what XML 1.0 cannot carry; the register may hold more than a wire may. */
    public static @Nullable String forXml(@Nullable String text) {
        if (text == null) {
            return null;
        }
        for (int i = 0; i < text.length(); i++) {
            if (!isPlain(text.charAt(i))) {
                return replaced(text);
            }
        }
        return text;
    }

    /** Whether every surrogate has its other half; the escapes of JSON can hold one alone. */
    public static boolean isWellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isSurrogate(c)) {
                continue;
            }
            if (i + 1 == text.length() || !Character.isSurrogatePair(c, text.charAt(++i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether XML 1.0 can carry the text as it is. */
    public static boolean isXml(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isPlain(text.charAt(i))) {
                return text.codePoints().allMatch(XmlText::isAllowed);
            }
        }
        return true;
    }

    /** Whether an element or attribute can have that local name. */
    public static boolean isName(String name) {
        if (name.isEmpty() || !WstxInputData.isNameStartChar(name.charAt(0), true, false)) {
            return false;
        }
        for (int i = 1; i < name.length(); i++) {
            if (!WstxInputData.isNameChar(name.charAt(i), true, false)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAllowed(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= ' ' && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }

    private static boolean isPlain(char c) {
        return c >= ' ' && !Character.isSurrogate(c) && c < '\uFFFE';
    }

    private static String replaced(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> clean.appendCodePoint(isAllowed(c) ? c : REPLACEMENT));
        return clean.toString();
    }

    private static boolean isCollapsed(String text) {
        boolean space = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isSpace(c) && (space || c != ' ')) {
                return false;
            }
            space = c == ' ';
        }
        return !space || text.isEmpty();
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }
}
