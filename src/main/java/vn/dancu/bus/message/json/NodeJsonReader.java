package vn.dancu.bus.message.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.message.Content;
import vn.dancu.bus.message.MessageLimits;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.grammar.Grammar;
import vn.dancu.bus.message.grammar.Rule;
import vn.dancu.bus.message.grammar.Rule.Complex;
import vn.dancu.bus.message.grammar.Rule.ElementRule;
import vn.dancu.bus.message.grammar.TextRule;
import vn.dancu.bus.message.wire.ContentSpool;
import vn.dancu.bus.message.wire.DocumentInput;
import vn.dancu.bus.message.wire.LimitCounter;
import vn.dancu.bus.message.wire.XmlText;

/** Reads one JSON document into a tree, by the rules of its family. A property that is null is absent. */
final class NodeJsonReader {

    private static final Rule FOREIGN = new Rule.Kept();

    private final JsonParser json;
    private final Grammar grammar;
    private final MessageLimits maxima;
    private final LimitCounter limits;
    private final List<Content> contents;

    NodeJsonReader(JsonParser json, Grammar grammar, MessageLimits maxima, List<Content> contents) {
        this.json = json;
        this.grammar = grammar;
        this.maxima = maxima;
        this.limits = new LimitCounter(maxima);
        this.contents = contents;
    }

    /** The whole document; the root's name is given where the document does not name it. */
    Node document(@Nullable String root) throws IOException {
        JsonToken first = json.nextToken();
        try {
            Node read = root == null || !grammar.isNativeJson() ? wrapped(first) : bare(root, first);
            if (json.nextToken() != null) {
                throw malformed();
            }
            return read;
        } catch (InvalidPropertyException e) {
            throw e.refusal();
        }
    }

    private Node wrapped(@Nullable JsonToken first) throws IOException {
        if (first != JsonToken.START_OBJECT || json.nextToken() != JsonToken.FIELD_NAME) {
            throw malformed();
        }
        String name = json.currentName();
        PropertyName read = PropertyName.of(name);
        PropertyName property = read == null ? null : read.within(null, grammar);
        boolean own = property != null
                && (property.namespace() == null || (property.namespace().isEmpty() && grammar.takesLocalNames()));
        Rule rule = grammar.root(property != null && own ? property.local() : "");
        json.nextToken();
        Node root =
                value(new PropertyName(property == null ? null : property.namespace(), localName(property)), rule, 1);
        if (root == null || json.nextToken() != JsonToken.END_OBJECT) {
            throw malformed();
        }
        return root;
    }

    private static String localName(@Nullable PropertyName property) {
        return property == null ? "" : property.local();
    }

    private Node bare(String root, @Nullable JsonToken first) throws IOException {
        PropertyName name = new PropertyName(null, root);
        Rule rule = grammar.root(root);
        if (grammar.isArray(root)) {
            if (!(rule instanceof Complex complex)) {
                throw malformed();
            }
            if (first != JsonToken.START_ARRAY) {
                return strangers(name, complex, first);
            }
            ElementRule item = complex.steps().get(0).alternatives().get(0);
            List<Node> children = new ArrayList<>();
            array(new PropertyName(null, item.name()), item.rule(), 1, children);
            return Node.of(root, children);
        }
        Node read = first == JsonToken.START_OBJECT ? value(name, rule, 1) : null;
        if (read == null) {
            throw malformed();
        }
        return read;
    }

    // What an array cannot hold, and only that, makes such a root an object.
    private Node strangers(PropertyName name, Complex rule, @Nullable JsonToken first) throws IOException {
        Node read = first == JsonToken.START_OBJECT ? value(name, rule, 1) : null;
        if (read == null || NodeJsonWriter.isArray(read, rule)) {
            throw malformed();
        }
        return read;
    }

    /** The value on which the parser stands, as one element; null where it is null. */
    @Nullable
    Node value(PropertyName name, Rule rule, int depth) throws IOException {
        limits.element(name.local(), depth);
        return switch (json.currentToken()) {
            case VALUE_NULL -> null;
            case START_OBJECT -> new ObjectJsonReader(this, grammar, limits).read(name, rule, depth);
            case START_ARRAY -> throw new InvalidPropertyException(ErrorCode.FIELD_INVALID, "", "a value and no array");
            default ->
                Rule.isBinary(rule)
                        ? new Node(name.namespace(), name.local(), List.of(), "", content(), List.of())
                        : new Node(name.namespace(), name.local(), List.of(), text(rule), null, List.of());
        };
    }

    /** Each item of the array on which the parser stands as one element. */
    void array(PropertyName name, Rule rule, int depth, List<Node> to) throws IOException {
        for (int index = 0; json.nextToken() != JsonToken.END_ARRAY; index++) {
            try {
                Node item = value(name, rule, depth + 1);
                if (item == null) {
                    throw new InvalidPropertyException(ErrorCode.FIELD_INVALID, "", "a value and not null");
                }
                to.add(item);
            } catch (InvalidPropertyException e) {
                throw e.within(name.local() + "[" + index + "]");
            }
        }
    }

    Rule childRule(Rule parent, PropertyName name) {
        boolean own = name.namespace() == null || (name.namespace().isEmpty() && grammar.takesLocalNames());
        ElementRule known = own && parent instanceof Complex complex ? complex.element(name.local()) : null;
        return known == null ? FOREIGN : known.rule();
    }

    /** The scalar on which the parser stands, as text. */
    String text(@Nullable Rule rule) throws IOException {
        if (json.currentToken().isNumeric()) {
            limits.number(json.getTextLength());
        } else if (!json.currentToken().isScalarValue()) {
            throw new InvalidPropertyException(ErrorCode.FIELD_INVALID, "", "a text, a number, true or false");
        }
        String text = json.getText();
        limits.text(text.length());
        if (!XmlText.isXml(text)) {
            throw new InvalidPropertyException(ErrorCode.FIELD_INVALID, "", "characters that XML can carry");
        }
        TextRule simple = rule == null ? null : Rule.textOf(rule);
        return simple != null && simple.kind().collapses() ? XmlText.collapse(text) : text;
    }

    Content content() throws IOException {
        ContentSpool spool = new ContentSpool(maxima);
        boolean done = false;
        try {
            if (json.currentToken() != JsonToken.VALUE_STRING) {
                throw notBase64();
            }
            json.readBinaryValue(spool);
            Content content = spool.done();
            contents.add(content);
            done = true;
            return content;
        } catch (StreamConstraintsException e) {
            throw e;
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw notBase64();
        } finally {
            if (!done) {
                spool.drop();
            }
        }
    }

    JsonParser parser() {
        return json;
    }

    LimitCounter limits() {
        return limits;
    }

    /** What is read from now on is a record of its own. */
    void nextRecord() {
        limits.nextRecord();
        contents.clear();
    }

    /** Gives back the contents that were read since. */
    void drop() {
        contents.forEach(Content::close);
    }

    private static InvalidPropertyException notBase64() {
        return new InvalidPropertyException(ErrorCode.FIELD_INVALID, "", "bytes in base64");
    }

    static RuntimeException malformed() {
        return DocumentInput.refusal(ErrorCode.MESSAGE_MALFORMED, "well-formed JSON, one document");
    }
}
