package vn.dancu.bus.citizen.relation;

import vn.dancu.bus.register.PersonKey;

/**
 * A relation that the register records between a citizen and a person for whom the citizen asks.
 *
 * @param kind what the citizen is to the person; of a child under age, also where the citizen represents it by record, a parent
 * @param person for whom the citizen asks
 * @param party the citizen, as records of the question name who asked for the person: {@code parent/} or {@code representative/}
 *     and the keyed hash of the citizen's number, by which the trail knows people
 */
public record Relation(Kind kind, PersonKey person, String party) {

    /** What the citizen is to the person. */
    public enum Kind {
        PARENT("parent"),
        REPRESENTATIVE("representative");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The class of the party in records. */
        public String word() {
            return word;
        }
    }

    @Override
    public String toString() {
        return "Relation[" + kind + ", masked]";
    }
}
