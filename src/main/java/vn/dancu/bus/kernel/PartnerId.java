package vn.dancu.bus.kernel;

import java.util.regex.Pattern;

/**
 * The name by which one system of an authority signs in, such as {@code h41-lgsp}: 2 to 40 lower-case letters,
 * digits and hyphens, first a letter. It is safe in a queue name, a metric label and a log line.
 */
public record PartnerId(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{1,39}");

    public PartnerId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("A partner id is 2 to 40 of [a-z0-9-], first a letter");
        }
    }

    /** Whether the text, which may come from a hostile header, has the form of a partner id. */
    public static boolean isValid(String text) {
        return text.length() <= 40 && FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
