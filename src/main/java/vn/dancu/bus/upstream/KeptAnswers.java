package vn.dancu.bus.upstream;

import java.util.Optional;
import java.util.Set;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.message.population.Answer;
import vn.dancu.bus.message.population.CitizenQuery;

/**
 * Answers that may be given again without asking, where a legal basis allows that. A question is the one that the other side would see, by
 * the officer and the procedure that it knows: it may give one officer what it does not give another. Thread-safe.
 */
public interface KeptAnswers {

    /** Keeps nothing. */
    static KeptAnswers none() {
        return new KeptAnswers() {

            @Override
            public Optional<Kept> find(CitizenQuery query, Set<FieldPath> released) {
                return Optional.empty();
            }

            @Override
            public void keep(CitizenQuery query, Set<FieldPath> released, Answer answer) {
                // No setting with a legal basis allows it.
            }
        };
    }

    /**
     * An answer that was kept.
     *
     * @param legalBasis the clause that allows it
     */
    record Kept(Answer answer, String legalBasis) {}

    /** The kept answer to the same question for exactly these fields. */
    Optional<Kept> find(CitizenQuery query, Set<FieldPath> released);

    /** Keeps it, if it may be kept: an answer in which nothing was withheld by the other side. */
    void keep(CitizenQuery query, Set<FieldPath> released, Answer answer);
}
