package vn.dancu.bus.inquiry;

import java.util.Set;
import java.util.function.Function;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.message.population.Answer;

/** Puts an answer into the format of a door. */
@FunctionalInterface
public interface AnswerEncoder {

    /** @param released the fields that were asked for and may leave, whether the register has a value or not */
    byte[] encode(Answer answer, Set<FieldPath> released);

    /** A format that shows values alone. */
    static AnswerEncoder of(Function<Answer, byte[]> format) {
        return (answer, released) -> format.apply(answer);
    }
}
