package vn.dancu.bus.document.question;

import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.population.CitizenQuery;

/** One place of a file of questions. */
public sealed interface ListedQuestion {

    /** From 1, in the order of the file; of a CSV file the heading is not counted. */
    int number();

    /** Its MaYeuCau; null where it is wrong and has none that could be read. */
    @Nullable
    String requestId();

    /** A question. */
    record Asked(int number, CitizenQuery query) implements ListedQuestion {
        @Override
        public String requestId() {
            return query.requestId();
        }
    }

    /** What is there is no question. */
    record Flawed(int number, @Nullable String requestId, Refusal refusal) implements ListedQuestion {}
}
