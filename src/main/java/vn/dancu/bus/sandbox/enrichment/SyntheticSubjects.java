package vn.dancu.bus.sandbox.enrichment;

import vn.dancu.bus.message.population.BirthDate;

/** The people of whom a delivery speaks. */
@FunctionalInterface
public interface SyntheticSubjects {

    /**
     * The person at a place, the same one each time.
     *
     * @param index from 0
     */
    Subject at(long index);

    /** What a source knows of a person. */
    record Subject(String number, String name, BirthDate birthDate) {

        @Override
        public String toString() {
            return "Subject[masked]";
        }
    }
}
