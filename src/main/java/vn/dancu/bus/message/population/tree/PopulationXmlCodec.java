package vn.dancu.bus.message.population.tree;

import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import javax.xml.stream.XMLStreamReader;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.ErrorTexts;
import vn.dancu.bus.message.Message;
import vn.dancu.bus.message.MessageLimits;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.Reaction;
import vn.dancu.bus.message.grammar.Grammar;
import vn.dancu.bus.message.population.Answer;
import vn.dancu.bus.message.population.AnswerLosses;
import vn.dancu.bus.message.population.CitizenQuery;
import vn.dancu.bus.message.population.CitizenShape;
import vn.dancu.bus.message.population.PopulationOperation;
import vn.dancu.bus.message.population.PopulationXml;
import vn.dancu.bus.message.population.variant.QuestionVariants;
import vn.dancu.bus.message.wire.DocumentInput;
import vn.dancu.bus.message.xml.XmlFormat;

/** {@link PopulationXml} with answers of one shape. */
public final class PopulationXmlCodec implements PopulationXml {

    private final XmlFormat asked;
    private final XmlFormat answered;
    private final AnswerMapper answers;
    private final QuestionVariants variants;
    private final QuestionMapper questions;
    private final ErrorTexts texts;

    public PopulationXmlCodec(
            XmlFormat answered,
            CitizenShape shape,
            QuestionVariants variants,
            QuestionMapper questions,
            ErrorTexts texts,
            MessageLimits limits) {
        this.asked = new XmlFormat(questions.grammar(), limits);
        this.answered = answered;
        this.answers = new AnswerMapper(shape);
        this.variants = variants;
        this.questions = questions;
        this.texts = texts;
    }

    @Override
    public CitizenQuery readQuery(InputStream document) {
        return asked.readRoot(document, reader -> read(reader, "/"));
    }

    @Override
    public CitizenQuery readQuery(XMLStreamReader reader) {
        return read(reader, "/");
    }

    /** @param field where a request element that is none is refused */
    private CitizenQuery read(XMLStreamReader reader, String field) {
        Grammar grammar = questions.grammar();
        XmlFormat.Checked read = asked.readElement(variants.reader(reader, grammar.namespace(), field));
        if (read.clean()) {
            return questions.read(read.element());
        }
        Node question = variants.inContract(read.element(), grammar);
        grammar.check(question);
        return questions.read(question);
    }

    @Override
    public CitizenQuery readEnvelope(InputStream message, boolean stated) {
        return asked.readEnvelope(message, stated, reader -> read(reader, "Body"));
    }

    @Override
    public byte[] writeQuery(CitizenQuery query) {
        return asked.write(questions.write(query));
    }

    @Override
    public Answer readAnswer(PopulationOperation operation, InputStream document) {
        try (Message message = answered.read(document)) {
            return answer(operation, message.root());
        }
    }

    @Override
    public Answer readAnswerEnvelope(PopulationOperation operation, InputStream message, boolean stated) {
        return answered.readEnvelope(message, stated, reader -> {
            XmlFormat.Checked read = answered.readElement(reader);
            read.check(answered.grammar(), Reaction.STRICT);
            return answer(operation, read.element());
        });
    }

    private Answer answer(PopulationOperation operation, Node root) {
        Answer answer = answers.answer(root);
        if (answer == null || !isAnswerOf(operation, answer)) {
            throw DocumentInput.refusal(ErrorCode.MESSAGE_INVALID, "the answer of " + operation.element());
        }
        return answer;
    }

    @Override
    public List<String> losses(Answer answer) {
        Answer back = Objects.requireNonNull(answers.answer(answers.element(answer)));
        return AnswerLosses.between(answer, back);
    }

    @Override
    public byte[] write(Answer answer) {
        return answered.write(answers.element(answer));
    }

    @Override
    public byte[] write(Refusal refusal) {
        return answered.write(AnswerMapper.element(refusal, texts));
    }

    private static boolean isAnswerOf(PopulationOperation operation, Answer answer) {
        return switch (operation.kind()) {
            case CITIZEN -> answer instanceof Answer.OfCitizen;
            case HOUSEHOLD -> answer instanceof Answer.OfHousehold;
            case EXISTENCE -> answer instanceof Answer.OfExistence;
            case CLAIMS -> answer instanceof Answer.OfClaims;
        };
    }
}
