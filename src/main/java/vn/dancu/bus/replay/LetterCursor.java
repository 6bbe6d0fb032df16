package vn.dancu.bus.replay;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A position in the list of dead letters, the newest first: letters after it died earlier, or at the same time under a
 * smaller id.
 *
 * @param diedAt to the microsecond
 */
public record LetterCursor(Instant diedAt, String id) {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,17})_([\\x21-\\x7e]{1,180})");
    private static final Comparator<LetterCursor> NEWEST_FIRST = Comparator.comparing(LetterCursor::diedAt)
            .thenComparing(LetterCursor::id)
            .reversed();

    public LetterCursor {
        diedAt = diedAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** The order of the list. */
    public static final Comparator<DeadLetter> ORDER = Comparator.comparing(LetterCursor::of, NEWEST_FIRST);

    public static LetterCursor of(DeadLetter letter) {
        return new LetterCursor(letter.diedAt(), letter.id());
    }

    /** Reads what {@link #toString} wrote; empty when the text has another form. */
    public static Optional<LetterCursor> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new LetterCursor(
                        Instant.EPOCH.plus(Long.parseLong(matcher.group(1)), ChronoUnit.MICROS), matcher.group(2)))
                : Optional.empty();
    }

    /** Whether the letter comes after that position; every one comes after none. */
    public static boolean isAfter(DeadLetter letter, @Nullable LetterCursor position) {
        return position == null || NEWEST_FIRST.compare(of(letter), position) > 0;
    }

    @Override
    public String toString() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, diedAt) + "_" + id;
    }
}
