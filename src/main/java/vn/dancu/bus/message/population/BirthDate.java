package vn.dancu.bus.message.population;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A date of birth, or the year alone where no more is known. A full date given for a person whose year alone is
 * recorded agrees when the years agree; a year given for a full date likewise.
 *
 * @param year 1800 to 2200
 * @param day the whole date, in that year
 */
public record BirthDate(int year, @Nullable LocalDate day) {

    private static final int YEAR_DIGITS = 4;

    public BirthDate {
        if (year < 1800 || year > 2200) {
            throw new IllegalArgumentException("A birth year is 1800 to 2200");
        }
        if (day != null && day.getYear() != year) {
            throw new IllegalArgumentException("The day lies in the birth year");
        }
    }

    public static BirthDate of(LocalDate day) {
        return new BirthDate(day.getYear(), day);
    }

    public static BirthDate ofYear(int year) {
        return new BirthDate(year, null);
    }

    /**
     * The date of a text as {@link #iso} writes it.
     *
     * @throws IllegalArgumentException or {@link java.time.DateTimeException} where it is none
     */
    public static BirthDate parse(String text) {
        return text.length() == YEAR_DIGITS ? ofYear(Integer.parseInt(text)) : of(LocalDate.parse(text));
    }

    /** {@code yyyy-MM-dd}, or {@code yyyy} where the year alone is known. */
    public String iso() {
        return day == null ? String.valueOf(year) : day.toString();
    }

    public Optional<LocalDate> fullDate() {
        return Optional.ofNullable(day);
    }

    /** Whether the two may be the same birth date: equal days, or equal years where either is a year alone. */
    public boolean agreesWith(BirthDate other) {
        return day == null || other.day == null ? year == other.year : day.equals(other.day);
    }

    @Override
    public String toString() {
        return "BirthDate[masked]";
    }
}
