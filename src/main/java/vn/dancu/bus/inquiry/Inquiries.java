package vn.dancu.bus.inquiry;

import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.population.CitizenQuery;

/** The single-person services, for every door. */
public interface Inquiries {

    /**
     * Decides, looks up, releases, encodes and records, in this order, and returns what may leave. It never throws for a
     * refusal; a refusal is recorded too.
     *
     * @param contact how the question came
     * @param query the question
     * @param encoder puts the answer into the door's format; called at most once, before the record is made
     */
    InquiryReply ask(InquiryOrigin contact, CitizenQuery query, AnswerEncoder encoder);

    /**
     * Records a refusal that a door met before there was a question, and returns it. A refusal whose record fails is
     * still a refusal.
     */
    Refusal refuse(InquiryOrigin contact, Refusal refusal);
}
