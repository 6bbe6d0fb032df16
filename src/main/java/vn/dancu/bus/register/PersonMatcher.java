package vn.dancu.bus.register;

import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.population.BirthDate;
import vn.dancu.bus.message.population.CitizenStatus;
import vn.dancu.bus.message.population.ResultStatus;

/**
 * Whether the person recorded under a number is the one asked for.
 *
 * <p>A disagreement is told before anything else about the number, so that who does not know the person learns no more
 * than that. Of several things that are true of a found person the gravest is told: deceased, then missing, then
 * replaced number.
 */
final class PersonMatcher {

    /** How the number that was asked for stands. */
    enum NumberState {
        CURRENT,
        REPLACED,
        CANCELLED
    }

    /** What is recorded under the number. */
    record Recorded(NumberState number, String nameFolded, BirthDate birthDate, CitizenStatus life) {

        @Override
        public String toString() {
            return "Recorded[masked]";
        }
    }

    /** What is asked for, folded once. */
    record Wanted(String nameFolded, @Nullable BirthDate birthDate) {

        static Wanted of(PersonKey key) {
            return new Wanted(NameNormalizer.fold(key.name()), key.birthDate());
        }

        @Override
        public String toString() {
            return "Wanted[masked]";
        }
    }

    static ResultStatus match(Wanted wanted, Recorded recorded) {
        if (!wanted.nameFolded().equals(recorded.nameFolded())) {
            return ResultStatus.NAME_MISMATCH;
        }
        if (wanted.birthDate() != null && !wanted.birthDate().agreesWith(recorded.birthDate())) {
            return ResultStatus.BIRTH_DATE_MISMATCH;
        }
        return recorded.number() == NumberState.CANCELLED ? ResultStatus.ID_CANCELLED : found(recorded);
    }

    private static ResultStatus found(Recorded recorded) {
        return switch (recorded.life()) {
            case DECEASED -> ResultStatus.DECEASED;
            case MISSING -> ResultStatus.MISSING;
            case ALIVE -> recorded.number() == NumberState.REPLACED ? ResultStatus.ID_REPLACED : ResultStatus.FOUND;
        };
    }

    private PersonMatcher() {}
}
