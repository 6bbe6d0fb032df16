package vn.dancu.bus.message.xml;

import com.ctc.wstx.exc.WstxLazyException;
import java.io.InputStream;
import java.time.DateTimeException;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.Answer;
import vn.dancu.bus.message.CitizenQuery;
import vn.dancu.bus.message.ErrorTexts;
import vn.dancu.bus.message.MessageLimits;
import vn.dancu.bus.message.Operation;
import vn.dancu.bus.message.Version;
import vn.dancu.bus.message.XmlMessages;
import vn.dancu.bus.message.question.Questions;
import vn.dancu.bus.message.wire.Documents;

/** {@link XmlMessages} of one shape. */
public final class XmlCodec implements XmlMessages {

    private final AnswerShape shape;
    private final AnswerBinding binding;
    private final Questions questions;
    private final TreeWriting writing;
    private final ErrorTexts texts;
    private final MessageLimits limits;
    private final XmlStreams streams;

    private XmlCodec(
            AnswerShape shape, AnswerBinding binding, Questions questions, ErrorTexts texts, MessageLimits limits) {
        this.shape = shape;
        this.binding = binding;
        this.questions = questions;
        this.writing = new TreeWriting(questions.namespace());
        this.texts = texts;
        this.limits = limits;
        this.streams = new XmlStreams(limits);
    }

    public static XmlCodec of(Version version, Questions questions, ErrorTexts texts, MessageLimits limits) {
        return switch (version) {
            case QCVN_109_V1 ->
                new XmlCodec(
                        new OfficialShape(),
                        new AnswerBinding(
                                vn.dancu.schema.citizen.v1.ObjectFactory.class, "schemas/citizen/v1/citizen.xsd"),
                        questions,
                        texts,
                        limits);
            case LIVE_V1 ->
                new XmlCodec(
                        new LiveShape(),
                        new AnswerBinding(
                                vn.dancu.schema.citizenlive.v1.ObjectFactory.class,
                                "schemas/citizen-live/v1/citizen.xsd"),
                        questions,
                        texts,
                        limits);
        };
    }

    @Override
    public CitizenQuery readQuery(InputStream document) {
        XMLStreamReader reader = streams.open(document);
        CitizenQuery query = readQuery(reader);
        streams.finish(reader);
        return query;
    }

    @Override
    public CitizenQuery readQuery(XMLStreamReader reader) {
        questions.checkRoot(reader.getNamespaceURI(), reader.getLocalName());
        try {
            return questions.read(TreeReading.read(reader, questions.namespace(), limits));
        } catch (XMLStreamException | WstxLazyException e) {
            // The lazy one comes from a door's own reader.
            throw XmlStreams.failure(e);
        }
    }

    @Override
    public byte[] writeQuery(CitizenQuery query) {
        return writing.write(questions.write(query));
    }

    @Override
    public Answer readAnswer(Operation operation, InputStream document) {
        XMLStreamReader reader = streams.open(document);
        Object value = binding.read(reader);
        streams.finish(reader);
        Answer answer = answer(value);
        if (answer == null || !isAnswerOf(operation, answer)) {
            throw Documents.refusal(ErrorCode.MESSAGE_INVALID, "the answer of " + operation.element());
        }
        return answer;
    }

    private @Nullable Answer answer(Object value) {
        try {
            return shape.answer(value);
        } catch (IllegalArgumentException | DateTimeException e) {
            // A date that is in no calendar, a code that is in no list; the exception may repeat it.
            throw Documents.refusal(ErrorCode.MESSAGE_INVALID, "an answer whose dates and codes are real");
        }
    }

    @Override
    public byte[] write(Answer answer) {
        return binding.write(shape.element(answer));
    }

    @Override
    public byte[] write(Refusal refusal) {
        return binding.write(shape.element(refusal, texts));
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
