package vn.dancu.bus.shelf.bundle;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version of a bundle, {@code major.minor.patch}: three numbers of at most five digits, compared one after another. */
public record ReleaseNumber(int major, int minor, int patch) implements Comparable<ReleaseNumber> {

    private static final String NUMBER = "(0|[1-9][0-9]{0,4})";
    private static final Pattern FORM = Pattern.compile(NUMBER + "\\." + NUMBER + "\\." + NUMBER);
    private static final Comparator<ReleaseNumber> ORDER = Comparator.comparingInt(ReleaseNumber::major)
            .thenComparingInt(ReleaseNumber::minor)
            .thenComparingInt(ReleaseNumber::patch);

    /**
     * The version that the text names.
     *
     * @throws IllegalArgumentException when it has another form
     */
    public static ReleaseNumber of(String text) {
        Matcher numbers = FORM.matcher(text);
        if (!numbers.matches()) {
            throw new IllegalArgumentException("must be three numbers such as 1.0.0");
        }
        return new ReleaseNumber(
                Integer.parseInt(numbers.group(1)),
                Integer.parseInt(numbers.group(2)),
                Integer.parseInt(numbers.group(3)));
    }

    @Override
    public int compareTo(ReleaseNumber other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}
