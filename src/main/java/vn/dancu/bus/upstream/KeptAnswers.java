package vn.dancu.bus.upstream;

import java.util.Optional;
import java.util.Set;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.message.population.Answer;
import vn.dancu.bus.message.population.CitizenQuery;

/** Answers that may be given again without asking, where a legal basis allows that. Thread-safe. */
public interface KeptAnswers {

    /** The kept answer to the same question for exactly these fields. */
    Optional<Answer> find(CitizenQuery query, Set<FieldPath> released);

    /** Keeps it, if it may be kept: an answer in which nothing was withheld by the other side. */
    void keep(CitizenQuery query, Set<FieldPath> released, Answer answer);
}
