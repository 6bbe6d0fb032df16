package vn.dancu.bus.kernel;

import java.util.regex.Pattern;

/**
 * The number under which a person is asked for: a 12-digit số định danh cá nhân or a 9-digit CMND number.
 *
 * <p>The digits say nothing that may be checked: a number may be cancelled and issued again, and a citizen may keep one
 * that no longer agrees with gender or birth year (NĐ 70/2024 Art 11(7)-(8)). {@link #toString()} is masked.
 */
public record PersonalId(Kind kind, String digits) {

    private static final Pattern NUMBER = Pattern.compile("(?<![0-9])(?:[0-9]{9}|[0-9]{12})(?![0-9])");
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"
            + "|(?<![0-9a-fA-F])(?=[0-9]*[a-fA-F])[0-9a-fA-F]{32}(?![0-9a-fA-F])");

    /** Which of the two numbers it is. */
    public enum Kind {
        SO_DINH_DANH(12),
        SO_CMND(9);

        private final int length;

        Kind(int length) {
            this.length = length;
        }

        public int length() {
            return length;
        }
    }

    public PersonalId {
        if (!isDigits(digits, kind.length)) {
            throw new IllegalArgumentException(kind + " takes exactly " + kind.length + " digits");
        }
    }

    public static PersonalId soDinhDanh(String digits) {
        return new PersonalId(Kind.SO_DINH_DANH, digits);
    }

    public static PersonalId soCmnd(String digits) {
        return new PersonalId(Kind.SO_CMND, digits);
    }

    /** Whether the text is exactly {@code length} ASCII digits. */
    public static boolean isDigits(String text, int length) {
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** Whether somebody's number may stand in a text; the digits of a UUID are nobody's, with its hyphens or without. */
    public static boolean isIn(String text) {
        return NUMBER.matcher(UUID.matcher(text).replaceAll("-")).find();
    }

    /** The masked form, the only one that may reach a log: the kind alone. */
    @Override
    public String toString() {
        return kind + "[masked]";
    }
}
