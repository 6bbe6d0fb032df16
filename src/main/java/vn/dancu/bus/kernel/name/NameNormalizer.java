package vn.dancu.bus.kernel.name;

import java.text.Normalizer;

/**
 * Names of people in the forms in which they are kept and compared. Whatever compares two names does it by {@link #fold},
 * and the register stores what it returns: another result for a name needs a migration of {@code register.citizen.name_folded}.
 */
public final class NameNormalizer {

    private static final String APOSTROPHES = "\u2018\u2019\u201B\u02B9\u02BB\u02BC\u02BD\u2032\uFF07`\u00B4";
    private static final char GRAPHEME_JOINER = '\u034F';
    /** Every letter of Vietnamese, composed or not, lies below. */
    private static final int TABLE = 0x1F00;

    private static final char DROPPED = 0;
    private static final char BY_TEXT = '\uFFFF';
    private static final char[] FOLDED = folded();

    /**
     * The name as it was meant: no invisible characters (soft hyphen, zero width, byte order mark, direction), every
     * Unicode space a plain one and single, typographic apostrophes and dashes plain, composed (NFC).
     */
    public static String clean(String name) {
        StringBuilder clean = new StringBuilder(name.length());
        name.codePoints()
                .filter(c -> !isInvisible(c))
                .map(NameNormalizer::plainSign)
                .forEach(c -> {
                    if (c != ' ' || (!clean.isEmpty() && clean.charAt(clean.length() - 1) != ' ')) {
                        clean.appendCodePoint(c);
                    }
                });
        return Normalizer.normalize(clean.toString().stripTrailing(), Normalizer.Form.NFC);
    }

    /**
     * The name in letters without marks: what stands over, under and through a letter goes, and a letter that is another
     * written otherwise is that letter ({@link LatinLetters}); case and signs stay.
     */
    public static String withoutMarks(String name) {
        String decomposed = Normalizer.normalize(name, Normalizer.Form.NFKD);
        StringBuilder plain = new StringBuilder(decomposed.length());
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            String letters = LatinLetters.of(c);
            if (letters != null) {
                plain.append(letters);
            } else if (!isMark(c)) {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    /**
     * The name as askers send it and as names are compared: without marks, upper case, no spaces, letters A to Z and
     * digits only ("Nguyễn Văn Đức" is {@code NGUYENVANDUC}), from any Unicode normal form, as {@code unaccent} of PostgreSQL
     * has it; empty when nothing of the text can be kept.
     */
    public static String fold(String name) {
        char[] folded = new char[name.length()];
        int length = 0;
        for (int i = 0; i < name.length(); i++) {
            char letter = name.charAt(i) < FOLDED.length ? FOLDED[name.charAt(i)] : BY_TEXT;
            if (letter == BY_TEXT) {
                return foldedText(name);
            }
            if (letter != DROPPED) {
                folded[length++] = letter;
            }
        }
        return length == name.length() && isFolded(name) ? name : new String(folded, 0, length);
    }

    private static String foldedText(String name) {
        String plain = withoutMarks(name);
        StringBuilder folded = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            char upper = c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c;
            if (isKept(upper)) {
                folded.append(upper);
            }
        }
        return folded.toString();
    }

    /**
     * What each letter folds to by itself: one letter, nothing, or more than one, which is {@link #BY_TEXT}. Folding looks at no
     * neighbour, so a name folds letter by letter, twenty times as fast as by normalising it.
     */
    private static char[] folded() {
        char[] letters = new char[TABLE];
        for (char c = 0; c < TABLE; c++) {
            String folded = foldedText(String.valueOf(c));
            letters[c] = folded.isEmpty() ? DROPPED : folded.length() == 1 ? folded.charAt(0) : BY_TEXT;
        }
        return letters;
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

    private static boolean isMark(char c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    private static boolean isInvisible(int c) {
        return Character.getType(c) == Character.FORMAT || c == GRAPHEME_JOINER;
    }

    private static int plainSign(int c) {
        if (Character.isSpaceChar(c) || Character.isWhitespace(c)) {
            return ' ';
        }
        if (APOSTROPHES.indexOf(c) >= 0) {
            return '\'';
        }
        return Character.getType(c) == Character.DASH_PUNCTUATION ? '-' : c;
    }

    private NameNormalizer() {}
}
