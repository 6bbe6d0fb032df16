package vn.dancu.bus.ledger.traffic;

import java.time.Duration;

/** Where questions are counted that have come to their end. */
@FunctionalInterface
public interface TrafficMeter {

    /** What became of a question. */
    enum Outcome {
        ANSWERED,
        /** By a rule: of the message, the partner or the policy. */
        REFUSED,
        /** Through a fault of the bus or of what it needs. */
        FAILED
    }

    /**
     * One question.
     *
     * @param partner its id; {@code none} when nobody proved to be asking
     * @param service {@code none} for a message that could not be read
     * @param took from the door's hand-over to the durable record
     */
    void ended(String door, String partner, String service, Outcome outcome, Duration took);
}
