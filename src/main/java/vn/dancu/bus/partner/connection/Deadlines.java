package vn.dancu.bus.partner.connection;

import java.time.LocalDate;

/** The end of a term. */
@FunctionalInterface
interface Deadlines {

    /** The day that so many working days after that day end. */
    LocalDate after(LocalDate from, int workingDays);
}
