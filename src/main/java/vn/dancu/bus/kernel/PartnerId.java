package vn.dancu.bus.kernel;

/**
 * The name by which one system of an authority signs in, such as {@code h41-lgsp}: 2 to 40 lower-case letters,
 * digits and hyphens, first a letter. It is safe in a queue name, a metric label and a log line.
 */
public record PartnerId(String value) {

    private static final int MIN_LENGTH = 2;
    private static final int MAX_LENGTH = 40;

    public PartnerId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("A partner id is 2 to 40 of [a-z0-9-], first a letter");
        }
    }

    /** Whether the text, which may come from a hostile header, has the form of a partner id. */
    public static boolean isValid(String text) {
        int length = text.length();
        if (length < MIN_LENGTH || length > MAX_LENGTH || !isLetter(text.charAt(0))) {
            return false;
        }
        for (int i = 1; i < length; i++) {
            char c = text.charAt(i);
            if (!isLetter(c) && (c < '0' || c > '9') && c != '-') {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z';
    }

    @Override
    public String toString() {
        return value;
    }
}
