package vn.dancu.bus.message.xml;

import java.io.InputStream;
import javax.xml.stream.XMLStreamReader;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.Answer;
import vn.dancu.bus.message.CitizenQuery;
import vn.dancu.bus.message.CitizenShape;
import vn.dancu.bus.message.ErrorTexts;
import vn.dancu.bus.message.Message;
import vn.dancu.bus.message.MessageLimits;
import vn.dancu.bus.message.Operation;
import vn.dancu.bus.message.PopulationXml;
import vn.dancu.bus.message.Reaction;
import vn.dancu.bus.message.answer.Answers;
import vn.dancu.bus.message.question.Questions;
import vn.dancu.bus.message.wire.Documents;

/** {@link PopulationXml} with answers of one shape. */
public final class XmlCodec implements PopulationXml {

    private final XmlFormat asked;
    private final XmlFormat answered;
    private final Answers answers;
    private final Questions questions;
    private final ErrorTexts texts;

    public XmlCodec(
            XmlFormat answered, CitizenShape shape, Questions questions, ErrorTexts texts, MessageLimits limits) {
        this.asked = new XmlFormat(questions.grammar(), limits);
        this.answered = answered;
        this.answers = new Answers(shape);
        this.questions = questions;
        this.texts = texts;
    }

    @Override
    public CitizenQuery readQuery(InputStream document) {
        return questions.read(asked.read(document).root());
    }

    @Override
    public CitizenQuery readQuery(XMLStreamReader reader) {
        XmlFormat.Checked read = asked.readElement(reader);
        read.check(questions.grammar(), Reaction.STRICT);
        return questions.read(read.element());
    }

    @Override
    public byte[] writeQuery(CitizenQuery query) {
        return asked.write(questions.write(query));
    }

    @Override
    public Answer readAnswer(Operation operation, InputStream document) {
        try (Message message = answered.read(document)) {
            Answer answer = answers.answer(message.root());
            if (answer == null || !isAnswerOf(operation, answer)) {
                throw Documents.refusal(ErrorCode.MESSAGE_INVALID, "the answer of " + operation.element());
            }
            return answer;
        }
    }

    @Override
    public byte[] write(Answer answer) {
        return answered.write(answers.element(answer));
    }

    @Override
    public byte[] write(Refusal refusal) {
        return answered.write(Answers.element(refusal, texts));
    }

    private static boolean isAnswerOf(Operation operation, Answer answer) {
        return switch (operation.kind()) {
            case CITIZEN -> answer instanceof Answer.OfCitizen;
            case HOUSEHOLD -> answer instanceof Answer.OfHousehold;
            case EXISTENCE -> answer instanceof Answer.OfExistence;
            case CLAIMS -> answer instanceof Answer.OfClaims;
        };
    }
}
