package vn.dancu.bus.audit.inspection;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.PersonalId;

/**
 * What the trail knows of one person: answers, refusals, and acts that concern the person. Who asks is recorded by the room that
 * does. A month whose records were dropped is not there any more; one whose key was destroyed is, since no number is opened.
 */
public interface PersonEvents {

    /** The events, newest first; at most so many. */
    List<PersonEvent> list(Query query, @Nullable EventCursor after, int limit);

    /** How many there are, counted no further than to that number. */
    int count(Query query, int most);

    /** How many answers of these the person got at the own doors, whatever the query says of those; counted no further than that. */
    int countOwnAnswers(Query query, int most);

    /** The event of that id, if it is one of these. */
    Optional<PersonEvent> find(Query query, UUID event);

    /**
     * How many events of anybody a concealment hid until now.
     *
     * @param from the first moment of the events
     * @param until the first moment after them
     * @param otherwise what hides events as well; those are not counted
     * @throws vn.dancu.bus.kernel.BusException {@code search_too_wide} when the database needs too long
     */
    long concealed(Concealment concealment, Instant from, Instant until, List<Concealment> otherwise);

    /** Since when no month has been dropped from the trail; empty when none ever was. */
    Optional<Instant> keptSince();

    /**
     * Which events of a person.
     *
     * @param numbers all numbers of the person, one at least; what was asked by any of them belongs to the person
     * @param from the first moment; null for the beginning
     * @param until the first moment after them; null for no end
     * @param own whether those count that the person made: questions at the person's own doors, and acts in the role of a citizen
     * @param concealed what is as if it were not there
     */
    record Query(
            Set<PersonalId> numbers,
            @Nullable Instant from,
            @Nullable Instant until,
            boolean own,
            List<Concealment> concealed) {

        public Query {
            if (numbers.isEmpty()) {
                throw new IllegalArgumentException("A person has a number");
            }
            numbers = Set.copyOf(numbers);
            concealed = List.copyOf(concealed);
        }

        @Override
        public String toString() {
            return "Query[masked]";
        }
    }

    /**
     * Events that must not be seen yet. All of its conditions that are not empty must be met; an event without a purpose, such as a
     * question that was refused before one was found, meets every purpose where partners are given. An act that looks at one event is
     * concealed as long as that event is.
     *
     * @param partners who asked, or whom an act concerned; empty for everybody
     * @param purposes for what was asked; empty for everything
     * @param actions of acts; when there are some, it conceals acts alone
     * @param since those that occurred at this moment or later
     */
    record Concealment(Set<String> partners, Set<String> purposes, Set<String> actions, Instant since) {

        public Concealment {
            partners = Set.copyOf(partners);
            purposes = Set.copyOf(purposes);
            actions = Set.copyOf(actions);
            if (!purposes.isEmpty() && !actions.isEmpty()) {
                throw new IllegalArgumentException("An act has no purpose");
            }
        }
    }
}
