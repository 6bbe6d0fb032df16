package vn.dancu.bus.document.request;

import java.util.Optional;
import vn.dancu.bus.document.question.ListedQuestion;
import vn.dancu.bus.document.question.ListedQuestion.Asked;
import vn.dancu.bus.document.question.ListedQuestion.Flawed;
import vn.dancu.bus.document.question.ResultFormat;
import vn.dancu.bus.inquiry.Caller;
import vn.dancu.bus.inquiry.Inquiries;
import vn.dancu.bus.inquiry.InquiryFault;
import vn.dancu.bus.inquiry.InquiryReply;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.kernel.Refusal;

/** Asks one question of a document. Thread-safe. */
final class QuestionAsker {

    private static final int SHOWN_DIGITS = 3;
    private static final String MASK = "•";

    private final Inquiries inquiries;

    QuestionAsker(Inquiries inquiries) {
        this.inquiries = inquiries;
    }

    /**
     * @param isLast whether a question that the bus fails on by itself is refused now, since the document was tried often enough
     * @throws InquiryFault where the bus could not answer: the work goes on later
     */
    PersonResult ask(Caller caller, ResultFormat format, ListedQuestion question, boolean isLast) {
        if (question instanceof Flawed flawed) {
            Refusal recorded = inquiries.refuse(caller.origin(), flawed.refusal());
            return refused(
                    question.number(), "", recorded, format.item(question.number(), question.requestId(), recorded));
        }
        Asked asked = (Asked) question;
        String masked = masked(asked.query().number());
        Optional<Refusal> objection = format.objection(asked.query());
        if (objection.isPresent()) {
            Refusal recorded = inquiries.refuse(caller.origin(), objection.get());
            return refused(asked.number(), masked, recorded, format.item(asked.number(), asked.requestId(), recorded));
        }
        InquiryReply reply = reply(caller, format, asked, isLast);
        byte[] item = format.item(asked, reply);
        return reply instanceof InquiryReply.Answered answered
                ? new PersonResult(asked.number(), masked, answered.status().code(), "", item)
                : refused(asked.number(), masked, ((InquiryReply.Refused) reply).refusal(), item);
    }

    private InquiryReply reply(Caller caller, ResultFormat format, Asked asked, boolean isLast) {
        try {
            return inquiries.attempt(caller, format.question(asked.query()), format.encoder());
        } catch (InquiryFault e) {
            if (isLast && e.refusal().code() == ErrorCode.INTERNAL_ERROR) {
                return new InquiryReply.Refused(inquiries.refuse(caller, e));
            }
            throw e;
        }
    }

    private static PersonResult refused(int number, String masked, Refusal refusal, byte[] item) {
        return new PersonResult(number, masked, "", refusal.code().code(), item);
    }

    private static String masked(PersonalId number) {
        String digits = number.digits();
        int hidden = digits.length() - SHOWN_DIGITS;
        return MASK.repeat(hidden) + digits.substring(hidden);
    }
}
