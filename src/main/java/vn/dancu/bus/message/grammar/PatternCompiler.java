package vn.dancu.bus.message.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Patterns of XML Schema as tests of a whole text. The many that are only a number of digits or small character classes are
 * tested without a regular expression, which costs a multiple.
 */
final class PatternCompiler {

    private static final Pattern DIGITS = Pattern.compile("(\\()?\\[0-9]\\{([0-9]+)(,([0-9]+))?}(\\)\\?)?");

    private PatternCompiler() {}

    static Predicate<String> of(String regex) {
        List<Predicate<String>> ways = new ArrayList<>();
        for (String way : regex.split("\\|", -1)) {
            Matcher digits = DIGITS.matcher(way);
            if (!digits.matches() || (digits.group(1) == null) != (digits.group(5) == null)) {
                Pattern pattern = Pattern.compile(regex);
                return text -> pattern.matcher(text).matches();
            }
            int least = Integer.parseInt(digits.group(2));
            int most = digits.group(4) == null ? least : Integer.parseInt(digits.group(4));
            boolean mayBeEmpty = digits.group(1) != null;
            ways.add(text -> (mayBeEmpty && text.isEmpty()) || isDigits(text, least, most));
        }
        return ways.stream().reduce(Predicate::or).orElseThrow();
    }

    private static boolean isDigits(String text, int least, int most) {
        int length = text.length();
        if (length < least || length > most) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return false;
            }
        }
        return true;
    }
}
