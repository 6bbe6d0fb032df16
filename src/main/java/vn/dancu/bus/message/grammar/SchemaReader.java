package vn.dancu.bus.message.grammar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * Reads the part of XML Schema that the families use: global elements with named types; sequences of elements or choices
 * of elements; content in any order; extension; simple types. Anything else is refused, so that no rule of a contract is
 * passed over silently.
 */
final class SchemaReader {

    /** The namespace of what our schemas say beyond XML Schema; other readers pass over it. */
    static final String OURS = "urn:dancu:message";

    private final Element schema;
    private final Map<QName, Element> types = new HashMap<>();
    private final Map<QName, Rule> rules = new HashMap<>();

    private SchemaReader(String resource) {
        schema = parse(resource);
        addTypes(schema, resource);
    }

    static SchemaReader of(String resource) {
        return new SchemaReader(resource);
    }

    // An imported schema lies beside the one that imports it.
    private void addTypes(Element document, String resource) {
        for (Element child : children(document)) {
            switch (child.getLocalName()) {
                case "import" -> {
                    String beside =
                            resource.substring(0, resource.lastIndexOf('/') + 1) + child.getAttribute("schemaLocation");
                    addTypes(parse(beside), beside);
                }
                case "element" -> {} // read by roots()
                default ->
                    types.put(new QName(document.getAttribute("targetNamespace"), child.getAttribute("name")), child);
            }
        }
    }

    private static Element parse(String resource) {
        try (InputStream in = SchemaReader.class.getResourceAsStream("/" + resource)) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder()
                    .parse(Objects.requireNonNull(in, resource))
                    .getDocumentElement();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SAXException | ParserConfigurationException e) {
            throw new IllegalStateException("The schema " + resource + " cannot be read", e);
        }
    }

    String namespace() {
        return schema.getAttribute("targetNamespace").intern();
    }

    /** Whether the elements of the rules read so far have one namespace. */
    boolean isOfOneNamespace() {
        return rules.values().stream()
                .filter(Rule.Complex.class::isInstance)
                .map(Rule.Complex.class::cast)
                .allMatch(rule -> rule.isOfOneNamespace(namespace()));
    }

    /** What our own attribute on the schema says; empty where it is absent. */
    String option(String name) {
        return schema.getAttributeNS(OURS, name);
    }

    /** The global elements, in the order of the schema. */
    Map<String, Root> roots() {
        Map<String, Root> roots = new LinkedHashMap<>();
        for (Element child : children(schema)) {
            if (child.getLocalName().equals("element")) {
                boolean array = child.getAttributeNS(OURS, "json").equals("array");
                roots.put(child.getAttribute("name"), new Root(ruleOf(child, "type"), array));
            }
        }
        return roots;
    }

    /**
     * A global element.
     *
     * @param array whether the JSON document is the array of its one repeated child
     */
    record Root(Rule rule, boolean array) {}

    /** The rule of the type that an attribute of a schema element names. */
    private Rule ruleOf(Element where, String attribute) {
        String prefixed = where.getAttribute(attribute);
        if (prefixed.equals("xs:anyType")) {
            return new Rule.Kept();
        }
        TextRule builtIn = SimpleTypes.builtIn(prefixed);
        if (builtIn != null) {
            return builtIn;
        }
        int colon = prefixed.indexOf(':');
        QName name = new QName(
                where.lookupNamespaceURI(colon < 0 ? null : prefixed.substring(0, colon)),
                prefixed.substring(colon + 1));
        Rule known = rules.get(name);
        if (known != null) {
            return known;
        }
        Element type = Objects.requireNonNull(types.get(name), () -> "The schema has no type " + name.getLocalPart());
        Rule rule = type.getLocalName().equals("simpleType")
                ? SimpleTypes.of(name, type)
                : new ComplexTypeReader(this::ruleOf).read(name, type);
        rules.put(name, rule);
        return rule;
    }

    static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (@Nullable Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && !element.getLocalName().equals("annotation")) {
                children.add(element);
            }
        }
        return children;
    }
}
