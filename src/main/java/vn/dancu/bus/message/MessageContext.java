package vn.dancu.bus.message;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import vn.dancu.bus.message.grammar.Grammar;
import vn.dancu.bus.message.json.JsonCodec;
import vn.dancu.bus.message.question.Questions;
import vn.dancu.bus.message.xml.XmlCodec;

/** The library's one costly object: make it once, share it between threads. */
public final class MessageContext {

    private final Map<Version, XmlMessages> xml = new EnumMap<>(Version.class);
    private final JsonMessages json;

    private MessageContext(MessageLimits limits) {
        Questions questions = new Questions(Grammar.of("schemas/population/v1/request.xsd"));
        ErrorTexts texts = ErrorTexts.load();
        for (Version version : Version.values()) {
            xml.put(version, XmlCodec.of(version, questions, texts, limits));
        }
        json = new JsonCodec(questions, texts, limits);
    }

    public static MessageContext create() {
        return create(MessageLimits.DEFAULT);
    }

    public static MessageContext create(MessageLimits limits) {
        return new MessageContext(limits);
    }

    /** Parser and encoder of XML for that version of the answer; the question has the same shape in both. */
    public XmlMessages xml(Version version) {
        return Objects.requireNonNull(xml.get(version));
    }

    public JsonMessages json() {
        return json;
    }
}
