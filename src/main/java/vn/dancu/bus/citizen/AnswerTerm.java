package vn.dancu.bus.citizen;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import vn.dancu.bus.partner.calendar.WorkingDays;

/** Until when somebody whom a citizen asked is to answer, in working days of Vietnam. */
public final class AnswerTerm {

    private final WorkingDays calendar;
    private final Clock clock;

    public AnswerTerm(WorkingDays calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    /** As the database keeps it. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    public LocalDate today() {
        return WorkingDays.dayOf(clock.instant());
    }

    /**
     * So many working days from today. Where the calendar does not have the year yet, the citizen can ask all the same: every second
     * day is taken to be free then, so that the authority does not lose by it.
     */
    public LocalDate after(int workingDays) {
        LocalDate day = today();
        boolean isKnown = calendar.knows(day.getYear())
                && calendar.knows(day.plusDays(4L * workingDays).getYear());
        return isKnown ? calendar.after(day, workingDays) : day.plusDays(2L * workingDays);
    }
}
