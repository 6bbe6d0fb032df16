package vn.dancu.bus.partner.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;

/**
 * Arithmetic with the working days of Vietnamese state bodies (Bộ luật Lao động 2019 Art 111, 112). A calendar day begins
 * at midnight in {@link #ZONE}. Immutable.
 *
 * <p>Every method throws {@link BusException} with {@code field_invalid} when it would have to know a year that the
 * calendar does not have.
 */
public final class WorkingDays {

    /** Where a day begins and ends. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final Map<Integer, CalendarYear> years;
    private final Set<DayOfWeek> rest;

    WorkingDays(Set<DayOfWeek> rest, List<CalendarYear> years) {
        this.rest = Set.copyOf(rest);
        this.years = years.stream().collect(Collectors.toUnmodifiableMap(CalendarYear::year, it -> it));
    }

    /**
     * The calendar of a YAML file; {@code docs/operations/suspend.md} describes it.
     *
     * @param file what the file is called in errors
     * @throws vn.dancu.bus.kernel.YamlFileException with file, line and rule when it is malformed or contradicts itself
     */
    public static WorkingDays read(String file, String text) {
        return new CalendarReader().read(file, text);
    }

    /** The calendar day of that moment. */
    public static LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, ZONE);
    }

    public boolean isWorkingDay(LocalDate day) {
        CalendarYear year = yearOf(day);
        return year.worked().contains(day)
                || !(rest.contains(day.getDayOfWeek()) || year.free().contains(day));
    }

    /**
     * The last day of a term: the given number of working days after that day, which itself does not count. With 0 the
     * day itself.
     */
    public LocalDate after(LocalDate from, int workingDays) {
        return move(from, workingDays, 1);
    }

    /** The latest day from which so many working days lead up to that day, counted as {@link #between} counts them. */
    public LocalDate before(LocalDate to, int workingDays) {
        if (workingDays == 0) {
            return to;
        }
        return move(to.plusDays(1), workingDays, -1).minusDays(1);
    }

    /** How many working days come after {@code from} up to and with {@code to}; 0 when there are none. */
    public int between(LocalDate from, LocalDate to) {
        return (int) from.plusDays(1)
                .datesUntil(to.isAfter(from) ? to.plusDays(1) : from.plusDays(1))
                .filter(this::isWorkingDay)
                .count();
    }

    /** Whether the calendar has the days of that year. */
    public boolean knows(int year) {
        return years.containsKey(year);
    }

    private LocalDate move(LocalDate from, int workingDays, int step) {
        if (workingDays < 0) {
            throw new IllegalArgumentException("A term has 0 working days or more");
        }
        LocalDate day = from;
        for (int left = workingDays; left > 0; ) {
            day = day.plusDays(step);
            left -= isWorkingDay(day) ? 1 : 0;
        }
        return day;
    }

    private CalendarYear yearOf(LocalDate day) {
        CalendarYear year = years.get(day.getYear());
        if (year == null) {
            throw BusException.of(
                    ErrorCode.FIELD_INVALID,
                    "day",
                    "a day of the years that the working-day calendar has: "
                            + years.keySet().stream()
                                    .sorted()
                                    .map(String::valueOf)
                                    .collect(Collectors.joining(", ")));
        }
        return year;
    }
}
