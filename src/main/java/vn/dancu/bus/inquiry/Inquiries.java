package vn.dancu.bus.inquiry;

import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.population.CitizenQuery;

/** The single-person services, for every door. */
public interface Inquiries {

    /**
     * Decides, looks up, releases, encodes and records, in this order, and returns what may leave. It never throws for a
     * refusal; a refusal is recorded too.
     *
     * @param caller who asks
     * @param query the question
     * @param encoder puts the answer into the door's format; called at most once, before the record is made
     */
    InquiryReply ask(Caller caller, CitizenQuery query, AnswerEncoder encoder);

    /**
     * The same for a caller that asks again after a fault of the bus: the fault is thrown and not recorded, so that one
     * question leaves one refusal however often it is tried. The last fault goes to {@link #refuse(Caller, InquiryFault)}.
     */
    InquiryReply attempt(Caller caller, CitizenQuery query, AnswerEncoder encoder);

    /**
     * The same for a caller that may have died between the record and the leaving of its answer: asked again under the once-key of
     * its origin, the question is answered and not recorded again.
     */
    InquiryReply resume(Caller caller, CitizenQuery query, AnswerEncoder encoder);

    /** Records the refusal of a question after the last try, logs its occurrence with the cause, and returns it. */
    Refusal refuse(Caller caller, InquiryFault fault);

    /** Records that an answer did not leave, and returns why. */
    Refusal refuse(Caller caller, UndeliveredAnswer undelivered);

    /**
     * Records a refusal that a door met before there was a question, and returns it. A refusal whose record fails is
     * still a refusal.
     */
    Refusal refuse(InquiryOrigin contact, Refusal refusal);
}
