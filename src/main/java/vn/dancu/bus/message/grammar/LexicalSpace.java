package vn.dancu.bus.message.grammar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import vn.dancu.bus.message.grammar.TextRule.Kind;

/** The lexical space of the built-in types (XML Schema part 2, §3); months and days must be in the calendar. */
final class LexicalSpace {

    private static final int MAX_DIGITS = 18;
    private static final int BARE_DAY = 10;
    private static final Pattern DECIMAL = Pattern.compile("[+-]?([0-9]{1,40}(\\.[0-9]{0,40})?|\\.[0-9]{1,40})");
    private static final Pattern DATE =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}(Z|[+-](0[0-9]|1[0-3]):[0-5][0-9]|[+-]14:00)?");
    private static final Pattern DATE_TIME =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T(([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,20})?"
                    + "|24:00:00(\\.0{1,20})?)(Z|[+-](0[0-9]|1[0-3]):[0-5][0-9]|[+-]14:00)?");

    private LexicalSpace() {}

    static boolean isValue(Kind kind, String text) {
        return switch (kind) {
            case STRING, TOKEN, BINARY -> true;
            case URI -> text.indexOf(' ') < 0;
            case BOOLEAN -> text.equals("true") || text.equals("false") || text.equals("1") || text.equals("0");
            case INTEGER -> isInteger(text);
            case DECIMAL -> DECIMAL.matcher(text).matches();
            case DATE -> (isBareDay(text) || DATE.matcher(text).matches()) && isDay(text);
            case DATE_TIME -> DATE_TIME.matcher(text).matches() && isDay(text);
        };
    }

    /** At most as many digits as fit a long, so that no number costs more than its text. */
    static boolean isInteger(String text) {
        int start = !text.isEmpty() && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
        int digits = text.length() - start;
        if (digits < 1 || digits > MAX_DIGITS) {
            return false;
        }
        for (int i = start; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    // The usual form, without a zone, and without the regular expression.
    private static boolean isBareDay(String text) {
        if (text.length() != BARE_DAY) {
            return false;
        }
        for (int i = 0; i < BARE_DAY; i++) {
            char c = text.charAt(i);
            if (i == 4 || i == 7 ? c != '-' : c < '0' || c > '9') {
                return false;
            }
        }
        return true;
    }

    private static boolean isDay(String text) {
        int year = Integer.parseInt(text, 0, 4, 10);
        int month = Integer.parseInt(text, 5, 7, 10);
        int day = Integer.parseInt(text, 8, 10, 10);
        try {
            // XML Schema 1.0 has no year zero.
            return year > 0 && LocalDate.of(year, month, day).getDayOfMonth() == day;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
