package vn.dancu.bus.kernel;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The code of an agency or organisation, in the form of QĐ 20/2020/QĐ-TTg: up to 35 of {@code [.0-9A-Z]}, groups parted by
 * dots. The first group is the code of the first level ({@code A00} to {@code Y99}), an enterprise's number (10 digits, 13
 * for a branch), or {@code Z01} to {@code Z99} with what follows it for everybody else.
 *
 * <p>The older form of TT 10/2016/TT-BTTTT, {@code 000.00.00.H41}, is still used. It names four levels from the right:
 * {@code 003.02.01.H41} is {@code H41.01.02.003}. The map is exact both ways: levels that are all zero at the end are not
 * written in the newer form, and a code has an older form only when its groups have the older form's widths. A body whose
 * registered codes follow no rule has both written down where it is registered.
 *
 * @param value the newer form
 */
public record AgencyCode(String value) {

    private static final int MAX_LENGTH = 35;

    private static final Pattern NEWER =
            Pattern.compile("(?:[A-Y][0-9]{2}|[0-9]{10}(?:[0-9]{3})?|Z(?!00)[0-9]{2}[0-9A-Z]*)" + "(?:\\.[0-9A-Z]+)*");
    private static final Pattern OLDER = Pattern.compile("([0-9]{3})\\.([0-9]{2})\\.([0-9]{2})\\.([A-Y][0-9]{2})");
    private static final Pattern LEVELS =
            Pattern.compile("([A-Y][0-9]{2})(?:\\.([0-9]{2})(?:\\.([0-9]{2})(?:\\.([0-9]{3}))?)?)?");
    private static final Pattern NOTHING = Pattern.compile("(\\.0+)+$");

    public AgencyCode {
        if (value.length() > MAX_LENGTH || !NEWER.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "must be an agency code such as H41, G22.1.5 or 000.00.00.H41 (QĐ 20/2020/QĐ-TTg)");
        }
    }

    /**
     * The code that a text of either form means.
     *
     * @throws IllegalArgumentException when it has neither form
     */
    public static AgencyCode of(String text) {
        Matcher older = OLDER.matcher(text);
        if (text.length() <= MAX_LENGTH && older.matches()) {
            String levels = older.group(4) + "." + older.group(3) + "." + older.group(2) + "." + older.group(1);
            return new AgencyCode(NOTHING.matcher(levels).replaceFirst(""));
        }
        return new AgencyCode(text);
    }

    /** Whether a text, which may come from anybody, has one of the two forms. */
    public static boolean isValid(String text) {
        return text.length() <= MAX_LENGTH
                && (OLDER.matcher(text).matches() || NEWER.matcher(text).matches());
    }

    /**
     * The older form, such as {@code 000.00.00.H41}; empty when the code has none. {@link #of} of it is this code again.
     */
    public Optional<String> older() {
        Matcher levels = LEVELS.matcher(value);
        if (!levels.matches() || NOTHING.matcher(value).find()) {
            return Optional.empty();
        }
        return Optional.of(String.join(
                ".", orZeros(levels, 4, "000"), orZeros(levels, 3, "00"), orZeros(levels, 2, "00"), levels.group(1)));
    }

    /** The first group: the ministry, province or other body at the top. */
    public AgencyCode top() {
        int dot = value.indexOf('.');
        return dot < 0 ? this : new AgencyCode(value.substring(0, dot));
    }

    private static String orZeros(Matcher levels, int group, String zeros) {
        String level = levels.group(group);
        return level == null ? zeros : level;
    }

    @Override
    public String toString() {
        return value;
    }
}
