package vn.dancu.bus.message.lossless;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import vn.dancu.bus.message.grammar.Grammar;
import vn.dancu.bus.message.grammar.Rule;
import vn.dancu.bus.message.grammar.Rule.Complex;
import vn.dancu.bus.message.grammar.Rule.ElementRule;
import vn.dancu.bus.message.grammar.TextRule;

/**
 * What a document says, as text: elements and attributes by their expanded names, every character of their text, everything
 * in its order; read by another parser than the library's. Not compared are
 *
 * <ul>
 *   <li>prefixes, the order of attributes, comments, processing instructions, CDATA sections and character references: XML
 *       itself gives them no meaning for who reads elements (XML Information Set, appendix D; comments by our own rule);
 *   <li>white space between elements where the schema has elements and no text;
 *   <li>white space that XML Schema collapses: all types but xs:string (part 2, §4.3.6), and all of it in base64;
 *   <li>white space alone between elements that no schema knows, which the library takes for layout.
 * </ul>
 */
public final class CanonicalXml {

    private static final Pattern SPACE = Pattern.compile("[ \t\r\n]+");
    private static final Pattern EDGE = Pattern.compile("\\A | \\z");

    private final Grammar grammar;
    private final DocumentBuilder builder;

    public CanonicalXml(Grammar grammar) {
        this.grammar = grammar;
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature("http://apache.org/xml/features/dom/defer-node-expansion", false);
            this.builder = factory.newDocumentBuilder();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same text for every document that says the same. */
    public String of(byte[] document) {
        try {
            Element root = builder.parse(new ByteArrayInputStream(document)).getDocumentElement();
            StringBuilder canonical = new StringBuilder(document.length);
            element(root, grammar.root(root.getLocalName()), canonical);
            return canonical.toString();
        } catch (SAXException | IOException e) {
            throw new IllegalStateException("The document is no XML: " + e.getMessage(), e);
        }
    }

    private void element(Element element, Rule rule, StringBuilder to) {
        to.append('<').append(name(element)).append('\n');
        attributes(element.getAttributes(), to);
        boolean hasElements = hasElements(element);
        StringBuilder text = new StringBuilder();
        for (@Nullable Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                text(text, rule, hasElements, to);
                element(child, childRule(child, rule), to);
            } else if (node.getNodeType() == Node.TEXT_NODE || node.getNodeType() == Node.CDATA_SECTION_NODE) {
                text.append(node.getNodeValue());
            }
        }
        text(text, rule, hasElements, to);
        to.append(">\n");
    }

    private static void attributes(NamedNodeMap attributes, StringBuilder to) {
        TreeMap<String, String> sorted = new TreeMap<>();
        for (int i = 0; i < attributes.getLength(); i++) {
            Attr attribute = (Attr) attributes.item(i);
            if (!XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI())) {
                sorted.put(name(attribute), attribute.getValue());
            }
        }
        sorted.forEach((name, value) ->
                to.append('@').append(name).append('=').append(value).append('\n'));
    }

    private static void text(StringBuilder pieces, Rule rule, boolean hasElements, StringBuilder to) {
        TextRule simple =
                rule instanceof Complex complex ? complex.text() : rule instanceof TextRule text ? text : null;
        String text = pieces.toString();
        pieces.setLength(0);
        if (simple == null && (hasElements || rule instanceof Complex) && text.isBlank()) {
            return;
        }
        if (simple != null && simple.kind() == TextRule.Kind.BINARY) {
            text = SPACE.matcher(text).replaceAll("");
        } else if (simple != null && simple.kind().collapses()) {
            text = EDGE.matcher(SPACE.matcher(text).replaceAll(" ")).replaceAll("");
        }
        if (!text.isEmpty()) {
            to.append('"').append(text).append('"').append('\n');
        }
    }

    private static boolean hasElements(Element element) {
        for (@Nullable Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element) {
                return true;
            }
        }
        return false;
    }

    private Rule childRule(Element child, Rule parent) {
        ElementRule known = parent instanceof Complex complex ? complex.element(child.getLocalName()) : null;
        if (known == null) {
            return new Rule.Kept();
        }
        String namespace = child.getNamespaceURI();
        boolean own = namespace == null
                ? grammar.takesLocalNames()
                : known.namespace().equals(namespace);
        return own ? known.rule() : new Rule.Kept();
    }

    private static String name(Node node) {
        return "{" + (node.getNamespaceURI() == null ? "" : node.getNamespaceURI()) + "}" + node.getLocalName();
    }
}
