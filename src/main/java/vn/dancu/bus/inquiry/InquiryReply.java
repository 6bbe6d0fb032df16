package vn.dancu.bus.inquiry;

import java.util.UUID;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.population.Answer;
import vn.dancu.bus.message.population.ResultStatus;

/** What may leave through the door. */
public sealed interface InquiryReply {

    /**
     * An answer whose record is durable.
     *
     * @param answer what was found, no more than may leave
     * @param body the answer in the format of the door
     * @param status what came of the look-up
     * @param event id of the audit event; of a question that was resumed no event has it
     */
    record Answered(Answer answer, byte[] body, ResultStatus status, UUID event) implements InquiryReply {}

    /** A refusal, recorded. */
    record Refused(Refusal refusal) implements InquiryReply {}
}
