package vn.dancu.bus.register;

import java.text.Normalizer;
import java.util.Locale;

/** Names of people in the form in which they are compared. */
public final class NameNormalizer {

    /**
     * The name as askers send it: upper case, no diacritics, no spaces, Đ to D, letters and digits only ("Nguyễn Văn
     * Đức" is {@code NGUYENVANDUC}), from any Unicode normal form; empty when nothing of the text can be kept.
     */
    public static String fold(String name) {
        return isFolded(name) ? name : foldSlowly(name);
    }

    private static String foldSlowly(String name) {
        String decomposed = Normalizer.normalize(name, Normalizer.Form.NFKD).toUpperCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(decomposed.length());
        for (int i = 0; i < decomposed.length(); i++) {
            char c = plain(decomposed.charAt(i));
            if (isKept(c)) {
                folded.append(c);
            }
        }
        return folded.toString();
    }

    private static boolean isFolded(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (!isKept(name.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isKept(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    // Đ has no decomposition. Eth and African D look the same and are what some keyboards and fonts produce.
    private static char plain(char c) {
        return c == '\u0110' || c == '\u00D0' || c == '\u0189' ? 'D' : c;
    }

    private NameNormalizer() {}
}
