package vn.dancu.bus.camel;

import org.apache.camel.Message;
import vn.dancu.bus.inquiry.InquiryReply;
import vn.dancu.bus.kernel.Refusal;

/** What came of a question, as headers: routes decide by them, and they travel with the answer. */
public final class Outcome {

    static final String RESULT_STATUS = "DanCuResultStatus";
    public static final String EVENT_ID = "DanCuEventId";
    public static final String ERROR_CODE = "DanCuErrorCode";
    public static final String OCCURRENCE = "DanCuOccurrence";
    static final String ERROR_FIELD = "DanCuErrorField";
    static final String ERROR_RULE = "DanCuErrorRule";

    static void write(InquiryReply reply, Message message) {
        if (reply instanceof InquiryReply.Answered answered) {
            message.removeHeaders("DanCu*");
            message.setHeader(RESULT_STATUS, answered.status().code());
            message.setHeader(EVENT_ID, answered.event().toString());
        } else if (reply instanceof InquiryReply.Refused refused) {
            write(refused.refusal(), message);
        }
    }

    /** Nothing of an earlier outcome stays. */
    public static void write(Refusal refusal, Message message) {
        message.removeHeaders("DanCu*");
        message.setHeader(ERROR_CODE, refusal.code().code());
        message.setHeader(OCCURRENCE, refusal.occurrence().toString());
        if (refusal.field() != null) {
            message.setHeader(ERROR_FIELD, refusal.field());
        }
        if (refusal.rule() != null) {
            message.setHeader(ERROR_RULE, refusal.rule());
        }
    }

    private Outcome() {}
}
