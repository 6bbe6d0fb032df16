package vn.dancu.bus.document.question;

import org.jspecify.annotations.Nullable;
import vn.dancu.bus.inquiry.AnswerEncoder;
import vn.dancu.bus.inquiry.InquiryReply;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.population.PopulationXml;

/** The one result of an XML file: the answer element of the asker's dialect, or {@code Loi}. */
final class XmlResults implements ResultFormat {

    private static final byte[] NOTHING = {};

    private final PopulationXml xml;

    XmlResults(PopulationXml xml) {
        this.xml = xml;
    }

    @Override
    public byte[] head() {
        return NOTHING;
    }

    @Override
    public byte[] tail() {
        return NOTHING;
    }

    @Override
    public AnswerEncoder encoder() {
        return AnswerEncoder.of(xml::write);
    }

    @Override
    public byte[] item(ListedQuestion.Asked question, InquiryReply reply) {
        return reply instanceof InquiryReply.Answered answered
                ? answered.body()
                : xml.write(((InquiryReply.Refused) reply).refusal());
    }

    @Override
    public byte[] item(int number, @Nullable String requestId, Refusal refusal) {
        return xml.write(refusal);
    }
}
