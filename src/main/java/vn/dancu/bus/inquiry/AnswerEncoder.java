package vn.dancu.bus.inquiry;

import vn.dancu.bus.message.population.Answer;

/** Puts an answer into the format of a door. */
@FunctionalInterface
public interface AnswerEncoder {

    byte[] encode(Answer answer);
}
