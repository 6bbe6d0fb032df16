package vn.dancu.bus.upstream;

import java.util.Optional;
import java.util.Set;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.message.population.Answer;
import vn.dancu.bus.message.population.CitizenQuery;

/** Keeps no answer. */
final class NothingKept implements KeptAnswers {

    @Override
    public Optional<Kept> find(CitizenQuery query, Set<FieldPath> released) {
        return Optional.empty();
    }

    @Override
    public void keep(CitizenQuery query, Set<FieldPath> released, Answer answer) {
        // No setting with a legal basis allows it.
    }
}
