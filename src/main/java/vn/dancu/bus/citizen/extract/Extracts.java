package vn.dancu.bus.citizen.extract;

import java.util.Set;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.message.population.Answer;

/** Writes extracts. Thread-safe. */
public interface Extracts {

    /**
     * A number that no other extract has. Numbers of a year rise from 1; one whose question is refused names no document.
     *
     * @throws vn.dancu.bus.kernel.BusException {@code channel_closed} where no key is set, {@code storage_unavailable}
     */
    ExtractNumber number();

    /**
     * The answer to a citizen's question as a signed PDF.
     *
     * @param released the fields that may leave; one of them that the answer has not is not recorded
     * @throws vn.dancu.bus.kernel.BusException {@code signing_unavailable}; {@code citizen_not_matched} for an answer without a citizen, who
     *     has changed in the register since the token was taken
     */
    byte[] write(ExtractOrder order, Answer answer, Set<FieldPath> released);
}
