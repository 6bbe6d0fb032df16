/**
 * Working days: which days count where a rule gives a term in working days, from a calendar that operators may replace.
 *
 * <p>Face: {@link vn.dancu.bus.partner.calendar.WorkingDays}. It never guesses: a year that the calendar does not have is
 * refused.
 */
@NullMarked
@NamedInterface("calendar")
package vn.dancu.bus.partner.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
