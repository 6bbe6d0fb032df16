package vn.dancu.bus.sandbox.national.register;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.sandbox.population.SyntheticCitizen;
import vn.dancu.bus.sandbox.population.SyntheticPopulation;
import vn.dancu.bus.sandbox.population.WardList;

/**
 * Synthetic people by every number that they ever had, made anew at each question: what is kept is an index of numbers
 * alone. Thread-safe.
 */
final class NationalPeople {

    /** A number has at most 40 bits; what is below it says which person. */
    private static final int PERSON_BITS = 20;

    /** Other people than any sandbox has by its own seed. */
    private static final long OTHER_SEED = 0x5EED_0FF5_E7L;

    private static final int FAMILY = 20;

    private final int citizens;
    private final int others;
    private final SyntheticPopulation people;
    private final SyntheticPopulation otherPeople;
    private long @Nullable [] index;

    NationalPeople(long seed, int citizens, int others) {
        WardList places = WardList.load();
        this.citizens = citizens;
        this.others = others;
        this.people = new SyntheticPopulation(seed, citizens, places);
        this.otherPeople = new SyntheticPopulation(seed ^ OTHER_SEED, others, places);
    }

    /** A person with the family in which the person stands. */
    record Member(SyntheticCitizen citizen, SyntheticPopulation.Family family) {}

    /** Whoever has or had that number; of two with the same one that of the sandbox. */
    Optional<Member> find(String number) {
        long[] sorted = index();
        long wanted = Long.parseLong(number) << PERSON_BITS;
        int at = Arrays.binarySearch(sorted, wanted);
        int place = at < 0 ? -at - 1 : at;
        return place < sorted.length && sorted[place] >> PERSON_BITS == wanted >> PERSON_BITS
                ? Optional.of(member((int) (sorted[place] & ((1 << PERSON_BITS) - 1))))
                        .filter(found -> has(found.citizen(), number))
                : Optional.empty();
    }

    /** A number with zeros before it is another one. */
    private static boolean has(SyntheticCitizen citizen, String number) {
        return citizen.numbers().stream().anyMatch(one -> one.digits().equals(number));
    }

    /** The person after that one: somebody else. */
    Member after(SyntheticCitizen citizen) {
        return member((int) (citizen.id() % citizens));
    }

    /** Those whom only the national side knows. */
    List<SyntheticCitizen> others() {
        return IntStream.range(citizens, citizens + others)
                .mapToObj(place -> member(place).citizen())
                .toList();
    }

    private Member member(int place) {
        boolean own = place < citizens;
        int at = own ? place : place - citizens;
        SyntheticPopulation.Family family = (own ? people : otherPeople).family(at / FAMILY);
        return new Member(family.citizens().get(at % FAMILY), family);
    }

    private synchronized long[] index() {
        if (index == null) {
            index = LongStream.concat(numbers(people, 0), numbers(otherPeople, citizens))
                    .sorted()
                    .toArray();
        }
        return index;
    }

    private static LongStream numbers(SyntheticPopulation population, int first) {
        return IntStream.range(0, population.families())
                .parallel()
                .mapToObj(population::family)
                .flatMap(family -> family.citizens().stream())
                .flatMapToLong(citizen -> citizen.numbers().stream()
                        .mapToLong(
                                number -> Long.parseLong(number.digits()) << PERSON_BITS | (first + citizen.id() - 1)));
    }
}
