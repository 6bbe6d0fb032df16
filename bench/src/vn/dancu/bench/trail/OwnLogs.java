package vn.dancu.bench.trail;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntUnaryOperator;
import vn.dancu.bus.audit.inspection.EventCursor;
import vn.dancu.bus.audit.inspection.PersonEvents;
import vn.dancu.bus.kernel.PersonalId;

/** Questions for the own log of a citizen with 10,000 events, without the act that a look records. */
final class OwnLogs {

    static final int PAGE = 100;
    static final int LONG_PAGE = 1000;

    private static final int MOST = 999;

    /**
     * What a citizen asks; each question gives how many events it found.
     *
     * @param moment behind which a far page begins, and after which a rule hides
     */
    static Map<String, IntUnaryOperator> questions(PersonEvents persons, Instant moment) {
        EventCursor far = new EventCursor(moment, new UUID(0, 0));
        List<PersonEvents.Concealment> rules = List.of(
                new PersonEvents.Concealment(Set.of("p0", "p1", "p2"), Set.of("giai-quyet-tthc"), Set.of(), moment));
        Map<String, IntUnaryOperator> questions = new LinkedHashMap<>();
        questions.put("own log, first 100", i -> persons.list(log(i, List.of()), null, PAGE)
                .size());
        questions.put("own log, first 1,000", i -> persons.list(log(i, List.of()), null, LONG_PAGE)
                .size());
        questions.put("own log, 1,000 far behind", i -> persons.list(log(i, List.of()), far, LONG_PAGE)
                .size());
        questions.put(
                "own log, first 1,000, a rule hides the largest",
                i -> persons.list(log(i, rules), null, LONG_PAGE).size());
        questions.put("own log, counted to 999", i -> persons.count(log(i, List.of()), MOST));
        return questions;
    }

    static PersonEvents.Query log(int number, List<PersonEvents.Concealment> rules) {
        PersonalId person = person(number % JdbcFilling.BUSY_PERSONS);
        return new PersonEvents.Query(Set.of(person), null, null, false, rules);
    }

    static PersonalId person(int number) {
        return PersonalId.soDinhDanh(String.format("999999%06d", number));
    }

    private OwnLogs() {}
}
