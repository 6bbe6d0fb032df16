package vn.dancu.bus.citizen.access;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.audit.inspection.PersonEvents.Concealment;
import vn.dancu.bus.partner.calendar.WorkingDays;

/**
 * Uses that a law hides from the person for a time.
 *
 * @param id stable, for acts
 * @param legalBasis the clause
 * @param who whose uses; none of the three sets given means everybody's
 * @param purposes for which; empty means all
 * @param actions acts in the administration; when there are some, questions are not meant
 * @param hiddenFor how long after the day of each use; null when there is a day for all
 * @param hiddenUntil the first day on which all are shown; null when there is a time for each
 */
record DisclosureRule(
        String id,
        String legalBasis,
        Who who,
        Set<String> purposes,
        Set<String> actions,
        @Nullable Period hiddenFor,
        @Nullable LocalDate hiddenUntil) {

    /** Later than every use. */
    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    DisclosureRule {
        purposes = Set.copyOf(purposes);
        actions = Set.copyOf(actions);
    }

    /** Systems, authorities and kinds of authorities; any of them. */
    record Who(Set<String> partners, Set<String> authorities, Set<String> kinds) {

        Who {
            partners = Set.copyOf(partners);
            authorities = Set.copyOf(authorities);
            kinds = Set.copyOf(kinds);
        }

        boolean isEverybody() {
            return partners.isEmpty() && authorities.isEmpty() && kinds.isEmpty();
        }
    }

    /**
     * What occurred at this moment or later is hidden at that time, and what occurred before is not; it never moves back. A time of
     * days, months or years does not count the day of the use and ends with its last day (Bộ luật Dân sự 2015 Điều 147, 148).
     */
    Instant hiddenSince(Instant now) {
        LocalDate today = WorkingDays.dayOf(now);
        Period term = hiddenFor;
        if (term == null) {
            return today.isBefore(Objects.requireNonNull(hiddenUntil)) ? Instant.EPOCH : NEVER;
        }
        // Months differ in length, so that counting back from today may miss the day by some.
        LocalDate day = today.minus(term);
        while (day.plus(term).isBefore(today)) {
            day = day.plusDays(1);
        }
        while (!day.minusDays(1).plus(term).isBefore(today)) {
            day = day.minusDays(1);
        }
        return day.atStartOfDay(WorkingDays.ZONE).toInstant();
    }

    /** @param partners the systems of {@link #who}; empty for everybody */
    Concealment concealment(Set<String> partners, Instant since) {
        return new Concealment(partners, purposes, actions, since);
    }

    /** What it says, for acts: a rule whose text has changed has others. */
    Map<String, String> terms() {
        Map<String, String> terms = new TreeMap<>();
        terms.put("legalBasis", legalBasis);
        terms.put("hidden", String.valueOf(hiddenFor == null ? hiddenUntil : hiddenFor));
        put(terms, "partners", who.partners());
        put(terms, "authorities", who.authorities());
        put(terms, "kinds", who.kinds());
        put(terms, "purposes", purposes);
        put(terms, "actions", actions);
        return terms;
    }

    private static void put(Map<String, String> terms, String name, Set<String> values) {
        if (!values.isEmpty()) {
            terms.put(name, String.join(" ", new TreeSet<>(values)));
        }
    }
}
