package vn.dancu.bus.sms;

import java.util.Optional;

/** Says what is answered to the texts of subscribers. The room that knows does it: one bean, else texts wait. */
@FunctionalInterface
public interface TextAnswerer {

    /**
     * The answer to a text; it goes back to its sender by the same operator and from the number that was called, after whatever
     * was answered to the sender before. The answer and the end of the text become durable together, so that nothing is answered
     * twice. There is no transaction around the call, and it comes again with the same {@link InboundText#id()} when this instance
     * died before that: what it changes itself must bear it. Of one sender one text is answered at a time.
     *
     * @return the text in Unicode; empty when nothing is sent back
     * @throws RuntimeException when it cannot be said now: the text is answered later, until {@code dancu.sms.answer-within} is over
     */
    Optional<String> answer(InboundText text);
}
