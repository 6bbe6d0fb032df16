package vn.dancu.bus.inquiry;

import java.util.UUID;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.population.ResultStatus;

/** What may leave through the door. */
public sealed interface InquiryReply {

    /**
     * An answer whose record is durable.
     *
     * @param body the encoded answer
     * @param status what came of the look-up
     * @param event id of the audit event
     */
    record Answered(byte[] body, ResultStatus status, UUID event) implements InquiryReply {}

    /** A refusal, recorded. */
    record Refused(Refusal refusal) implements InquiryReply {}
}
