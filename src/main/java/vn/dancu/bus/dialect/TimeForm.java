package vn.dancu.bus.dialect;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How a moment is written in a header. */
public enum TimeForm {
    SECONDS("seconds", "10 digits of seconds"),
    MILLISECONDS("milliseconds", "13 digits of milliseconds"),
    /**
     * Of the document axis. Its software reads the letters as {@code java.text.SimpleDateFormat} does: {@code SSSS} is
     * the number of milliseconds in four digits, and the plus sign is a letter like another, not an offset.
     */
    AXIS("ddMMyyyy'T'HHmmss+SSSS", "ddMMyyyy'T'HHmmss+SSSS");

    private static final int SECONDS_DIGITS = 10;
    private static final int MILLISECONDS_DIGITS = 13;
    private static final Pattern AXIS_FORM = Pattern.compile("[0-9]{8}T[0-9]{6}\\+[0-9]{4}");
    private static final DateTimeFormatter AXIS_FORMAT = new DateTimeFormatterBuilder()
            .appendPattern("ddMMuuuu'T'HHmmss'+'")
            .appendValue(ChronoField.MILLI_OF_SECOND, 4)
            .toFormatter(Locale.ROOT)
            .withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    private final String word;
    private final String rule;

    TimeForm(String word, String rule) {
        this.word = word;
        this.rule = rule;
    }

    /** As a pack names it. */
    public String word() {
        return word;
    }

    /** What a text of this form is, for a refusal. */
    public String rule() {
        return rule;
    }

    public String write(Instant moment) {
        return switch (this) {
            case SECONDS -> Long.toString(moment.getEpochSecond());
            case MILLISECONDS -> Long.toString(moment.toEpochMilli());
            case AXIS -> AXIS_FORMAT.format(moment);
        };
    }

    /** The moment, or empty when the text is not of this form. */
    public Optional<Instant> read(String text) {
        return switch (this) {
            case SECONDS ->
                isDigits(text, SECONDS_DIGITS)
                        ? Optional.of(Instant.ofEpochSecond(Long.parseLong(text)))
                        : Optional.empty();
            case MILLISECONDS ->
                isDigits(text, MILLISECONDS_DIGITS)
                        ? Optional.of(Instant.ofEpochMilli(Long.parseLong(text)))
                        : Optional.empty();
            case AXIS -> AXIS_FORM.matcher(text).matches() ? readAxis(text) : Optional.empty();
        };
    }

    private static boolean isDigits(String text, int length) {
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

    private static Optional<Instant> readAxis(String text) {
        try {
            return Optional.of(Instant.from(AXIS_FORMAT.parse(text)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
