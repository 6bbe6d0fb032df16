package vn.dancu.bus.citizen.extract;

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
     * @throws vn.dancu.bus.kernel.BusException {@code signing_unavailable}; {@code citizen_not_matched} for an answer without a citizen, who
     *     has changed in the register since the token was taken
     */
    byte[] write(ExtractOrder order, Answer answer);
}
