package vn.dancu.bus.register;

import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.name.NameNormalizer;
import vn.dancu.bus.message.population.BirthDate;
import vn.dancu.bus.message.population.CitizenStatus;
import vn.dancu.bus.message.population.ResultStatus;

/**
 * Decides whether the person recorded under a number is the person asked for.
 *
 * <p>A disagreement is reported before anything else about the number, so that a partner that does not know the person
 * learns only that. Of several states of a found person the first of these is reported: deceased, missing, replaced
 * number.
 */
public final class PersonMatcher {

    /** The state of the number that was asked for. */
    public enum NumberState {
        CURRENT,
        REPLACED,
        CANCELLED
    }

    /** What is recorded under the number. */
    public record Recorded(NumberState number, String nameFolded, BirthDate birthDate, CitizenStatus life) {

        @Override
        public String toString() {
            return "Recorded[masked]";
        }
    }

    /** The name and date of the question, normalised once. */
    public record Wanted(String nameFolded, @Nullable BirthDate birthDate) {

        public static Wanted of(PersonKey key) {
            return new Wanted(NameNormalizer.fold(key.name()), key.birthDate());
        }

        @Override
        public String toString() {
            return "Wanted[masked]";
        }
    }

    /** What is found, or in which part nobody agrees. */
    public static ResultStatus match(Wanted wanted, Recorded recorded) {
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
