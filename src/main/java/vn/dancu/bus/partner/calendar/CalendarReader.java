package vn.dancu.bus.partner.calendar;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.YamlPlace;
import vn.dancu.bus.kernel.time.TimeBounds;

/** Reads a calendar; whatever is malformed or contradicts itself is refused with file, line and rule. */
final class CalendarReader {

    private static final Set<String> YEAR_KEYS = Set.of("year", "origin", "holidays", "swaps");
    private static final Set<String> ORIGINS = Set.of("official", "computed");

    WorkingDays read(String file, String text) {
        YamlPlace root = YamlPlace.of(file, text);
        Map<String, YamlPlace> keys = root.keys(Set.of("rest", "years"));
        Set<DayOfWeek> rest = rest(root.required(keys, "rest"));
        List<CalendarYear> years = new ArrayList<>();
        for (YamlPlace place : root.required(keys, "years").items()) {
            CalendarYear year = year(place, rest);
            if (!years.isEmpty() && year.year() != years.get(years.size() - 1).year() + 1) {
                throw place.broken("must be the year after the one before it");
            }
            years.add(year);
        }
        if (years.isEmpty()) {
            throw root.required(keys, "years").broken("must have a year");
        }
        return new WorkingDays(rest, years);
    }

    private static Set<DayOfWeek> rest(YamlPlace place) {
        Set<DayOfWeek> rest = EnumSet.noneOf(DayOfWeek.class);
        for (YamlPlace item : place.items()) {
            if (!rest.add(item.as(CalendarReader::dayOfWeek))) {
                throw item.broken("stands twice");
            }
        }
        if (rest.size() == DayOfWeek.values().length) {
            throw place.broken("must leave a day to work");
        }
        return rest;
    }

    private static CalendarYear year(YamlPlace place, Set<DayOfWeek> rest) {
        Map<String, YamlPlace> keys = place.keys(YEAR_KEYS);
        YamlPlace stated = place.required(keys, "year");
        int year = (int) Math.min(stated.number(), Integer.MAX_VALUE);
        if (!TimeBounds.contain(year)) {
            throw stated.broken("must be " + TimeBounds.RULE);
        }
        YamlPlace origin = place.required(keys, "origin");
        if (!ORIGINS.contains(origin.text())) {
            throw origin.broken("must be official or computed");
        }
        YearInTheMaking made = new YearInTheMaking(year, rest);
        for (YamlPlace holiday : place.required(keys, "holidays").items()) {
            Map<String, YamlPlace> its = holiday.keys(Set.of("day", "name", "inLieu"));
            holiday.required(its, "name").text();
            made.holiday(holiday, holiday.required(its, "day"), its.get("inLieu"));
        }
        YamlPlace swaps = keys.get("swaps");
        for (YamlPlace swap : swaps == null ? List.<YamlPlace>of() : swaps.items()) {
            Map<String, YamlPlace> its = swap.keys(Set.of("off", "work"));
            made.swap(swap.required(its, "off"), swap.required(its, "work"));
        }
        return new CalendarYear(year, made.free, made.worked);
    }

    private static DayOfWeek dayOfWeek(String text) {
        try {
            return DayOfWeek.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("must be a day of the week such as SATURDAY", e);
        }
    }

    /** The days so far, none of which may be named for two reasons. */
    private static final class YearInTheMaking {

        private final int year;
        private final Set<DayOfWeek> rest;
        private final Set<LocalDate> named = new HashSet<>();
        private final Set<LocalDate> free = new HashSet<>();
        private final Set<LocalDate> worked = new HashSet<>();

        YearInTheMaking(int year, Set<DayOfWeek> rest) {
            this.year = year;
            this.rest = rest;
        }

        void holiday(YamlPlace place, YamlPlace day, @Nullable YamlPlace inLieu) {
            boolean onRest = rest.contains(named(day).getDayOfWeek());
            if (onRest && inLieu == null) {
                throw place.broken("falls on a weekly rest day and must have inLieu (Bộ luật Lao động Art 111)");
            }
            if (!onRest && inLieu != null) {
                throw inLieu.broken("is for a holiday on a weekly rest day alone");
            }
            free.add(inLieu == null ? date(day) : usuallyWorked(inLieu));
        }

        void swap(YamlPlace off, YamlPlace work) {
            free.add(usuallyWorked(off));
            LocalDate made = named(work);
            if (!rest.contains(made.getDayOfWeek())) {
                throw work.broken("must be a weekly rest day: other days are worked anyway");
            }
            worked.add(made);
        }

        private LocalDate usuallyWorked(YamlPlace place) {
            LocalDate day = named(place);
            if (rest.contains(day.getDayOfWeek())) {
                throw place.broken("is a weekly rest day anyway");
            }
            return day;
        }

        private LocalDate named(YamlPlace place) {
            LocalDate day = date(place);
            if (day.getYear() != year) {
                throw place.broken("must be a day of " + year);
            }
            if (!named.add(day)) {
                throw place.broken("is a day that this year names already");
            }
            return day;
        }

        private static LocalDate date(YamlPlace place) {
            try {
                return LocalDate.parse(place.text());
            } catch (DateTimeException e) {
                throw place.broken("must be a date as yyyy-MM-dd");
            }
        }
    }
}
