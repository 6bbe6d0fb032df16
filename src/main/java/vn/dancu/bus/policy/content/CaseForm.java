package vn.dancu.bus.policy.content;

import java.util.regex.Pattern;

/**
 * The form of an authority's case numbers: {@code #} stands for a digit, {@code @} for a capital letter, everything else
 * for itself. It is no regular expression, so that no form can make a decision slow.
 */
public record CaseForm(String mask) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9#@._/-]{1,64}");
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{0,63}");

    public CaseForm {
        if (!FORM.matcher(mask).matches()) {
            throw new IllegalArgumentException(
                    "must be 1 to 64 of letters, digits, dots, hyphens, slashes, # for a digit and @ for a capital letter");
        }
    }

    /** Whether the text can be the number of a case at all. */
    public static boolean isNumber(String text) {
        return text.length() <= 64 && NUMBER.matcher(text).matches();
    }

    boolean fits(String text) {
        if (text.length() != mask.length()) {
            return false;
        }
        for (int i = 0; i < mask.length(); i++) {
            if (!fits(mask.charAt(i), text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(char wanted, char found) {
        return switch (wanted) {
            case '#' -> found >= '0' && found <= '9';
            case '@' -> found >= 'A' && found <= 'Z';
            default -> wanted == found;
        };
    }

    @Override
    public String toString() {
        return mask;
    }
}
