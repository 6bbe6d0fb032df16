package vn.dancu.bus.enrichment.difference;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names a difference, as {@code 12-345}. It is safe in addresses and logs.
 *
 * @param job number of the job
 * @param line where the record begins in the source's file
 */
public record DifferenceKey(int job, long line) {

    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,8})-([1-9][0-9]{0,14})");

    /** Empty where the text is no such name. */
    public static Optional<DifferenceKey> of(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(new DifferenceKey(Integer.parseInt(form.group(1)), Long.parseLong(form.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return job + "-" + line;
    }
}
