package vn.dancu.bus.upstream;

import java.time.Instant;
import vn.dancu.bus.message.population.Answer;

/** An answer as one to the question that was asked here: some wires tell neither which question it answers nor of when its data is. */
final class StampedAnswer {

    /** @param now when the answer came; of when its data is, where it does not say so itself */
    static Answer of(Answer answer, String requestId, Instant now) {
        Instant time = answer.dataTime().equals(Instant.EPOCH) ? now : answer.dataTime();
        if (answer instanceof Answer.OfCitizen of) {
            return new Answer.OfCitizen(requestId, of.status(), time, of.citizen());
        }
        if (answer instanceof Answer.OfHousehold of) {
            return new Answer.OfHousehold(requestId, of.status(), time, of.household());
        }
        if (answer instanceof Answer.OfExistence of) {
            return new Answer.OfExistence(requestId, of.status(), time, of.exists());
        }
        Answer.OfClaims of = (Answer.OfClaims) answer;
        return new Answer.OfClaims(requestId, of.status(), time, of.exists(), of.agrees());
    }

    private StampedAnswer() {}
}
