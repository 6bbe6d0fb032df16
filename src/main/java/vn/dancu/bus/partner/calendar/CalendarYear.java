package vn.dancu.bus.partner.calendar;

import java.time.LocalDate;
import java.util.Set;

/**
 * How one year differs from its weeks.
 *
 * @param free days off that are no weekly rest days: holidays, days in lieu of holidays, days off that are made up
 * @param worked weekly rest days on which work is made up
 */
record CalendarYear(int year, Set<LocalDate> free, Set<LocalDate> worked) {

    CalendarYear {
        free = Set.copyOf(free);
        worked = Set.copyOf(worked);
    }
}
