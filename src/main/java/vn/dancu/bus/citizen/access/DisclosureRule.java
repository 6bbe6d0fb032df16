package vn.dancu.bus.citizen.access;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Objects;
import java.util.Set;
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
 * @param hiddenFor how long after each use; null when there is a day for all
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

    /** What occurred after this moment is hidden at that time, and what occurred before is not. */
    Instant hiddenAfter(Instant now) {
        if (hiddenFor != null) {
            return now.atZone(WorkingDays.ZONE).minus(hiddenFor).toInstant();
        }
        LocalDate day = Objects.requireNonNull(hiddenUntil);
        return WorkingDays.dayOf(now).isBefore(day) ? Instant.EPOCH : NEVER;
    }

    /** @param partners the systems of {@link #who}; empty for everybody */
    Concealment concealment(Set<String> partners, Instant after) {
        return new Concealment(partners, purposes, actions, after);
    }
}
