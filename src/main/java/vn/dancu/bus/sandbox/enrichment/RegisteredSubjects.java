package vn.dancu.bus.sandbox.enrichment;

import org.jspecify.annotations.Nullable;
import vn.dancu.bus.sandbox.population.SyntheticCitizen;
import vn.dancu.bus.sandbox.population.SyntheticCitizen.Identity;
import vn.dancu.bus.sandbox.population.SyntheticCrowd;
import vn.dancu.bus.sandbox.population.SyntheticPopulation;

/**
 * The people of the sandbox's register in their order, with a replaced or cancelled number where they have one; after the last of them
 * people whom the register does not know. For one thread.
 */
final class RegisteredSubjects implements SyntheticSubjects {

    private final SyntheticPopulation population;
    private final SyntheticCrowd strangers;
    private final int familySize;
    private long cached = -1;
    private SyntheticPopulation.@Nullable Family family;

    RegisteredSubjects(SyntheticPopulation population, SyntheticCrowd strangers) {
        this.population = population;
        this.strangers = strangers;
        this.familySize = population.family(0).citizens().size();
    }

    @Override
    public Subject at(long index) {
        SyntheticPopulation.Family its = index / familySize < population.families() ? family(index / familySize) : null;
        int member = (int) (index % familySize);
        if (its == null || member >= its.citizens().size()) {
            SyntheticCrowd.Somebody stranger = strangers.at(index);
            return new Subject(stranger.soDinhDanh(), stranger.name().full(), stranger.birthDate());
        }
        SyntheticCitizen citizen = its.citizens().get(member);
        Identity identity = citizen.identity();
        return new Subject(number(citizen), identity.name().full(), identity.birthDate());
    }

    private SyntheticPopulation.Family family(long number) {
        if (family == null || cached != number) {
            family = population.family((int) number);
            cached = number;
        }
        return family;
    }

    /** The first number that was issued: current, replaced or cancelled. */
    private static String number(SyntheticCitizen citizen) {
        return citizen.numbers().get(0).digits();
    }
}
