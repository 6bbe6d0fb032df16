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
